// An order is one request for one episode: its body and the key under which the server knows it. It is kept from before
// it is sent until its answer has arrived, so that a second press, a reload or a lost answer asks for the same episode.
import { keepJson, keptJson } from '../../parts/browser-storage';
import { isObject } from '../../parts/is-object';
import type { PodcastBody } from './podcast-body';
import { randomId } from '../../parts/random-id';

const place = 'create.order';

export type Order = {
  key: string;
  /** The exact text: another body under the same key is refused. */
  body: string;
  /** When it was last sent, while no answer has come; ms since 1970. */
  sentAt?: number;
};

/** Later, a person would wonder why this page orders something by itself. */
const resumeWithinMs = 10 * 60_000;

/** The kept order if it asks for just this, or else a new one, kept. Another tab may have begun it. */
export function orderFor(body: PodcastBody): Order {
  const text = JSON.stringify(body);
  const kept = keptOrder();
  if (kept?.body === text) return kept;
  return keepOrder({ key: randomId(), body: text });
}

export function keepOrder(order: Order): Order {
  keepJson(place, order);
  return order;
}

export function forgetOrder(): void {
  keepJson(place, undefined);
}

/** An order that was sent lately and that nobody has heard of since: the page was reloaded in the middle. */
export function unansweredOrder(): Order | undefined {
  const kept = keptOrder();
  return kept?.sentAt !== undefined && Date.now() - kept.sentAt < resumeWithinMs ? kept : undefined;
}

function keptOrder(): Order | undefined {
  const kept = keptJson(place);
  if (!isObject(kept)) return undefined;
  const { key, body, sentAt } = kept;
  if (typeof key !== 'string' || typeof body !== 'string') return undefined;
  return { key, body, ...(typeof sentAt === 'number' ? { sentAt } : {}) };
}
