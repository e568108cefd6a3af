import { keepJson, keptJson } from '../browser/browser-storage';
import { isObject } from '../browser/is-object';
import { randomId } from '../browser/random-id';

const place = 'drafts';
const mostDrafts = 50;

type Drafts = Record<string, { key: string; at: number }>;

/**
 * The idempotency key of a draft: the same one, over reloads and double clicks, until the draft is settled or as old as
 * `maxAgeMs`. So what was asked twice, or asked again since the answer was lost, is one request.
 */
export function draftKey(draft: string, maxAgeMs = 86_400_000): string {
  const drafts = read();
  const kept = drafts[draft];
  if (kept !== undefined && Date.now() - kept.at < maxAgeMs) return kept.key;
  const key = randomId();
  write({ ...drafts, [draft]: { key, at: Date.now() } });
  return key;
}

/** An answer came that says what became of it: the next request of these words is a new one. */
export function settleDraft(draft: string): void {
  write(Object.fromEntries(Object.entries(read()).filter(([words]) => words !== draft)));
}

function read(): Drafts {
  const drafts = keptJson(place);
  return isObject(drafts) ? Object.fromEntries(Object.entries(drafts).filter(isDraft)) : {};
}

/** Written by any release of this page. */
function isDraft(entry: [string, unknown]): entry is [string, Drafts[string]] {
  const [, draft] = entry;
  return isObject(draft) && typeof draft['key'] === 'string' && typeof draft['at'] === 'number';
}

function write(drafts: Drafts): void {
  const newest = Object.entries(drafts).sort(([, a], [, b]) => b.at - a.at);
  keepJson(place, Object.fromEntries(newest.slice(0, mostDrafts)));
}
