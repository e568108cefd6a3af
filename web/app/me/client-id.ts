import { keep, kept } from '../browser/browser-storage';
import { randomId } from '../browser/random-id';

const place = 'client';

/** This browser's session id. It opens its preferences and the events of what it asked for, so it is unguessable. */
export function clientId(): string {
  const known = kept(place);
  if (known !== undefined) return known;
  const made = randomId();
  keep(place, made);
  return made;
}
