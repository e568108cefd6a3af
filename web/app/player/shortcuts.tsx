import { useEffect, useSyncExternalStore } from 'react';
import { keep, kept } from '../browser/browser-storage';
import { Emitter } from '../browser/emitter';
import { usePlayer, type Player } from './player';

type Shortcut = {
  keys: readonly string[];
  shown: readonly string[];
  does: string;
  run: (player: Player) => void;
};

export const shortcuts: readonly Shortcut[] = [
  { keys: ['k', ' '], shown: ['Space', 'K'], does: 'Play or pause', run: (player) => player.toggle() },
  {
    keys: ['j', 'ArrowLeft'],
    shown: ['←', 'J'],
    does: 'Back 15 seconds',
    run: (player) => player.seek(player.positionMs - 15_000),
  },
  {
    keys: ['l', 'ArrowRight'],
    shown: ['→', 'L'],
    does: 'Forward 30 seconds',
    run: (player) => player.seek(player.positionMs + 30_000),
  },
  { keys: ['m'], shown: ['M'], does: 'Mute or unmute', run: (player) => player.setMuted(!player.muted) },
];

/** Handles keys on every page while an episode is in the player. */
export function Shortcuts() {
  const player = usePlayer();
  const isOn = useShortcutsOn();
  useEffect(() => {
    if (!isOn || player.track === undefined) return undefined;
    function press(event: KeyboardEvent): void {
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const shortcut = shortcuts.find(({ keys }) => keys.includes(key));
      if (shortcut === undefined || isForAnother(event)) return;
      event.preventDefault();
      shortcut.run(player);
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [player, isOn]);
  return null;
}

const typing = 'textarea, select, [contenteditable], input:not([type=range], [type=checkbox], [type=radio])';
/** Elements that use Space or the arrows themselves. */
const ownKeys =
  'button, a, summary, input, [role=tab], [role=radio], [role=slider], [role=option], audio, video';

/** Whether the key is meant for the focused element or the browser. */
function isForAnother({ target, key, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return true;
  if (document.querySelector('dialog[open]') !== null) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest(typing) !== null) return true;
  if (key === ' ') return target.closest(ownKeys) !== null;
  const isArrow = key.startsWith('Arrow');
  return isArrow && target.closest('input, [role=tab], [role=radio], [role=slider], [role=option]') !== null;
}

const place = 'shortcuts';
const switches = new Emitter();

/** Single-key shortcuts can interfere with speech input, so they can be turned off (WCAG 2.1.4). */
export function useShortcutsOn(): boolean {
  return useSyncExternalStore(switches.subscribe, () => kept(place) !== 'off');
}

export function turnShortcuts(isOn: boolean): void {
  keep(place, isOn ? undefined : 'off');
  switches.emit();
}
