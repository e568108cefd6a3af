import { keepJson, keptJson } from '../browser/browser-storage';
import { isObject } from '../browser/is-object';
import { randomId } from '../browser/random-id';

/** The name in this browser's storage, which earlier releases have used too. */
const place = 'drafts';
const maxKeys = 50;

type Keys = Record<string, { key: string; at: number }>;

/**
 * The idempotency key of a request, given as text: the same key across double clicks, lost answers and reloads, until the
 * request is settled or the key is `maxAgeMs` old. So a repeated request has one effect.
 */
export function idempotencyKey(request: string, maxAgeMs = 86_400_000): string {
  const keys = read();
  const kept = keys[request];
  if (kept !== undefined && Date.now() - kept.at < maxAgeMs) return kept.key;
  const key = randomId();
  write({ ...keys, [request]: { key, at: Date.now() } });
  return key;
}

/** Forgets the key once an answer says what became of the request: the next one with the same text is a new request. */
export function settleRequest(request: string): void {
  write(Object.fromEntries(Object.entries(read()).filter(([text]) => text !== request)));
}

function read(): Keys {
  const keys = keptJson(place);
  return isObject(keys) ? Object.fromEntries(Object.entries(keys).filter(isKey)) : {};
}

/** Storage may hold what another release of the app has written. */
function isKey(entry: [string, unknown]): entry is [string, Keys[string]] {
  const [, key] = entry;
  return isObject(key) && typeof key['key'] === 'string' && typeof key['at'] === 'number';
}

function write(keys: Keys): void {
  const newest = Object.entries(keys).sort(([, a], [, b]) => b.at - a.at);
  keepJson(place, Object.fromEntries(newest.slice(0, maxKeys)));
}
