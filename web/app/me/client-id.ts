const key = 'aethercast.client';

/** This browser's session id. It opens its preferences and the events of what it asked for, so it is unguessable. */
export function clientId(): string {
  const kept = read();
  if (kept !== null) return kept;
  const made = crypto.randomUUID();
  try {
    localStorage.setItem(key, made);
  } catch {
    // Storage is closed (private windows of some browsers): the id lives as long as the page.
    pageId = made;
  }
  return made;
}

let pageId: string | null = null;

function read(): string | null {
  try {
    return localStorage.getItem(key) ?? pageId;
  } catch {
    return pageId;
  }
}
