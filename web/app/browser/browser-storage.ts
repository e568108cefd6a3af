// What the app keeps in this browser. Where storage is closed (private windows of some browsers) or full, it is kept as
// long as the page is there, and everything else works. What is read may be of any release, or of curious fingers: check it.

const prefix = 'aethercast.';
const ofPage = new Map<string, string>();

/** As other tabs are told of it. */
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
 * @param value undefined takes it away.
 * @returns whether it outlives the page.
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

/** undefined where nothing is kept, and where it is no JSON. */
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

/** Everything: the id, drafts, positions. */
export function forgetAll(): void {
  ofPage.clear();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Closed: there is nothing in it.
  }
}
