// An order is one request for one episode: its body and the key under which the server knows it. It is kept from before
// it is sent until its answer has arrived, so that a second press, a reload or a lost answer asks for the same episode.
import { keepJson, keptJson } from '../../browser/browser-storage';
import { isObject } from '../../browser/is-object';
import type { PodcastBody } from './podcast-body';
import { randomId } from '../../browser/random-id';

const place = 'create.order';
/** Of the draft that is set aside. */
const asidePlace = 'create.order-aside';

export type Order = {
  key: string;
  /** The exact text: another body under the same key is refused. */
  body: string;
  /** When it was last sent, while no answer has come; ms since 1970. */
  sentAt?: number;
  /** It was refused when nobody looked. */
  isUntold?: boolean;
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

/** Whether it is the order that this browser still waits for. Another tab may have heard of it, or another draft came. */
export function isKept({ key }: Order): boolean {
  return keptOrder()?.key === key;
}

/** An order that nobody has heard of: the page was reloaded in the middle, or had been left when it was refused. */
export function unansweredOrder(): Order | undefined {
  const kept = keptOrder();
  if (kept === undefined || kept.isUntold === true) return kept;
  return kept.sentAt !== undefined && Date.now() - kept.sentAt < resumeWithinMs ? kept : undefined;
}

/** Goes with its draft, which makes room for another: put back, it is still the same order. */
export function setOrderAside(): void {
  const kept = keptOrder();
  // Whoever puts it back says when it is asked for again.
  keepJson(asidePlace, kept && { key: kept.key, body: kept.body });
  forgetOrder();
}

export function putOrderBack(): void {
  keepJson(place, keptOrder(asidePlace));
  forgetOrderAside();
}

export function forgetOrderAside(): void {
  keepJson(asidePlace, undefined);
}

function keptOrder(at = place): Order | undefined {
  const kept = keptJson(at);
  if (!isObject(kept)) return undefined;
  const { key, body, sentAt, isUntold } = kept;
  if (typeof key !== 'string' || typeof body !== 'string') return undefined;
  return {
    key,
    body,
    ...(typeof sentAt === 'number' ? { sentAt } : {}),
    ...(isUntold === true ? { isUntold } : {}),
  };
}
