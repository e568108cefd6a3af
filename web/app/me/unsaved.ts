// What was changed and is not on the server yet. It is kept in this browser, so that a reload meanwhile loses nothing, and
// so that all its tabs show it.
import { keepJson, keptJson, storageKey } from '../browser/browser-storage';
import { isObject } from '../browser/is-object';

const place = 'preferences.unsaved';

/** By name; `undefined` takes a preference back. Whoever reads preferences checks their form. */
export type Unsaved = Record<string, unknown>;

/** As the other tabs receive it. */
export const unsavedKey = storageKey(place);

export function readUnsaved(): Unsaved {
  const kept = keptJson(place);
  if (!isObject(kept)) return {};
  return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, value ?? undefined]));
}

export function addUnsaved(changes: Unsaved): void {
  write({ ...readUnsaved(), ...changes });
}

/** Those are on the server now. What was changed again meanwhile stays. */
export function settleUnsaved(saved: Unsaved): void {
  const left = Object.entries(readUnsaved()).filter(
    ([name, value]) => !(name in saved) || JSON.stringify(saved[name]) !== JSON.stringify(value),
  );
  write(Object.fromEntries(left));
}

export function isEmpty(unsaved: Unsaved): boolean {
  return Object.keys(unsaved).length === 0;
}

function write(unsaved: Unsaved): void {
  // JSON knows no undefined.
  const entries = Object.entries(unsaved).map(([name, value]) => [name, value ?? null] as const);
  keepJson(place, entries.length === 0 ? undefined : Object.fromEntries(entries));
}
