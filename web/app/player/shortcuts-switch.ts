import { useSyncExternalStore } from 'react';
import { keep, kept } from '../browser/browser-storage';
import { Emitter } from '../browser/emitter';

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
