// What the app keeps in this tab: it outlives a reload, and other tabs have their own. Where storage is blocked, nothing is
// kept.
import { storageKey } from './browser-storage';

/** Undefined if nothing is kept or it is not JSON. */
export function keptInTab(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(name)) ?? '') as unknown;
  } catch {
    return undefined;
  }
}

/** @param value undefined removes it */
export function keepInTab(name: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(storageKey(name));
    else sessionStorage.setItem(storageKey(name), JSON.stringify(value));
  } catch {
    // Blocked or full storage keeps nothing.
  }
}
