// What the app keeps in this browser. If storage is blocked (private windows of some browsers) or full, values live as long
// as the page. Another release or a person may have written what is read, so callers check it.

const prefix = 'aethercast.';
const ofPage = new Map<string, string>();

/** The key in storage events of other tabs. */
export function storageKey(name: string): string {
  return `${prefix}${name}`;
}

export function kept(name: string): string | undefined {
  const here = ofPage.get(name);
  if (here !== undefined) return here;
  try {
    return localStorage.getItem(storageKey(name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param value undefined removes it
 * @returns whether it outlives the page
 */
export function keep(name: string, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(storageKey(name));
    else localStorage.setItem(storageKey(name), value);
    ofPage.delete(name);
    return true;
  } catch {
    if (value === undefined) ofPage.delete(name);
    else ofPage.set(name, value);
    return false;
  }
}

/** Undefined if nothing is kept or it is not JSON. */
export function keptJson(name: string): unknown {
  try {
    return JSON.parse(kept(name) ?? '') as unknown;
  } catch {
    return undefined;
  }
}

export function keepJson(name: string, value: unknown): boolean {
  return keep(name, value === undefined ? undefined : JSON.stringify(value));
}

/** The names of what is kept that begin so. */
export function keptNames(beginning: string): string[] {
  const here = [...ofPage.keys()];
  try {
    const stored = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    here.push(...stored.map((key) => key.slice(prefix.length)));
  } catch {
    // Blocked storage holds nothing.
  }
  return [...new Set(here)].filter((name) => name.startsWith(beginning));
}

/** Forgets everything: the id, drafts, positions. */
export function forgetAll(): void {
  ofPage.clear();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Blocked storage holds nothing.
  }
}
