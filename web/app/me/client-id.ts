import { randomId } from '../parts/random-id';

const prefix = 'aethercast.';
const key = `${prefix}client`;

/** This browser's session id. It opens its preferences and the events of what it asked for, so it is unguessable. */
export function clientId(): string {
  const kept = read();
  if (kept !== null) return kept;
  const made = randomId();
  try {
    localStorage.setItem(key, made);
  } catch {
    // Storage is closed (private windows of some browsers): the id lives as long as the page.
    pageId = made;
  }
  return made;
}

/** Everything that this app has left in this browser: the id, drafts, positions. */
export function forgetBrowser(): void {
  pageId = null;
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
  } catch {
    // Closed: there is nothing in it.
  }
}

let pageId: string | null = null;

function read(): string | null {
  try {
    return localStorage.getItem(key) ?? pageId;
  } catch {
    return pageId;
  }
}
