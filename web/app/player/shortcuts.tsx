import { useEffect } from 'react';
import { usePlayer } from './player';
import { helpKey, shortcuts } from './shortcut-keys';
import { openShortcutsHelp, ShortcutsHelp } from './shortcuts-help';
import { useShortcutsOn } from './shortcuts-switch';

/** Handles keys on every page: the player's while an episode is in it, and the one that shows them all. */
export function Shortcuts() {
  const player = usePlayer();
  const isOn = useShortcutsOn();
  useEffect(() => {
    if (!isOn) return undefined;
    function press(event: KeyboardEvent): void {
      if (isForAnother(event)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const shortcut = shortcuts.find(({ keys }) => keys.includes(key));
      if (key === helpKey) openShortcutsHelp();
      else if (shortcut !== undefined && player.track !== undefined) shortcut.run(player);
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [player, isOn]);
  return <ShortcutsHelp />;
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
