import { LRUCache } from 'lru-cache';
import type { Database } from '../../db/connect.js';
import { findEpisodeClient, findNewEpisodes, type EpisodeClient } from '../../db/live/episode-state.js';
import type { Notifications } from '../../db/live/notifications.js';
import { findUiEvents, recentUiEvents, type UiEvent } from '../../db/live/ui-events.js';
import type { Logger } from '../../platform/log.js';
import type { SubscriberRegistry, Subscriber } from './subscriber.js';

/** Polling finds what a lost notification did not announce. */
const pollMs = 1_000;
/** Each poll overlaps the last: a row may become visible later than its timestamp. */
const overlapSeconds = 10;
/** An episode's owner and client never change, so they are cached. */
const rememberedEpisodes = 10_000;

/** Sends subscribers their clients' new episodes and relayed events. Queries nothing while there are no subscribers. */
export class ClientUpdates implements SubscriberRegistry {
  readonly #db: Database;
  readonly #log: Logger;
  readonly #subscribers = new Map<string, Set<Subscriber>>();
  readonly #owners = new LRUCache<string, EpisodeClient>({ max: rememberedEpisodes });
  readonly #stops: (() => void)[];
  #polledAt = Date.now();
  #polling = false;
  readonly #toRead: number[] = [];
  #isReading = false;

  constructor(db: Database, notifications: Notifications, log: Logger) {
    this.#db = db;
    this.#log = log;
    const timer = setInterval(() => void this.#poll(), pollMs);
    timer.unref();
    this.#stops = [
      notifications.on('episode_changed', (podcastId) => {
        this.#try(() => this.#changed(podcastId));
      }),
      notifications.on('ui_event', (eventId) => {
        this.#try(() => this.#added(Number(eventId)));
      }),
      () => clearInterval(timer),
    ];
  }

  get size(): number {
    return this.#subscribers.size;
  }

  add(subscriber: Subscriber): void {
    const { clientId } = subscriber;
    if (clientId === undefined) return;
    if (this.#subscribers.size === 0) this.#polledAt = Date.now();
    this.#subscribers.set(clientId, (this.#subscribers.get(clientId) ?? new Set()).add(subscriber));
  }

  remove(subscriber: Subscriber): void {
    const { clientId } = subscriber;
    if (clientId === undefined) return;
    const own = this.#subscribers.get(clientId);
    own?.delete(subscriber);
    if (own?.size === 0) this.#subscribers.delete(clientId);
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  async #changed(podcastId: string): Promise<void> {
    if (this.#subscribers.size === 0) return;
    const found = this.#owners.get(podcastId) ?? (await findEpisodeClient(this.#db, podcastId));
    if (found !== undefined) await this.#appeared(found);
  }

  /** One query at a time, so that events stay in order; events that arrive meanwhile share the next query. */
  async #added(eventId: number): Promise<void> {
    if (this.#subscribers.size === 0) return;
    this.#toRead.push(eventId);
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#toRead.length > 0) {
        const events = await findUiEvents(this.#db, this.#toRead.splice(0));
        for (const event of events) this.#deliver(event);
      }
    } finally {
      this.#isReading = false;
    }
  }

  async #poll(): Promise<void> {
    if (this.#polling || this.#subscribers.size === 0) return;
    this.#polling = true;
    const began = Date.now();
    const seconds = (began - this.#polledAt) / 1_000 + overlapSeconds;
    try {
      const clientIds = [...this.#subscribers.keys()];
      for (const event of await recentUiEvents(this.#db, clientIds, seconds)) this.#deliver(event);
      for (const episode of await findNewEpisodes(this.#db, clientIds, seconds))
        await this.#appeared(episode);
      this.#polledAt = began;
    } catch (error) {
      this.#log.warn({ err: error }, 'updates of clients could not be read; trying again in a second');
    } finally {
      this.#polling = false;
    }
  }

  /** Subscribers that follow the episode already are sent nothing twice. */
  async #appeared(episode: EpisodeClient): Promise<void> {
    this.#owners.set(episode.podcastId, episode);
    const own = this.#subscribers.get(episode.clientId ?? '') ?? [];
    for (const subscriber of [...own]) {
      if (subscriber.ownerId === episode.ownerId) await subscriber.follow(episode.podcastId);
    }
  }

  #deliver(event: UiEvent): void {
    for (const subscriber of this.#subscribers.get(event.clientId) ?? []) subscriber.deliver(event);
  }

  #try(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      this.#log.warn({ err: error }, 'a notification could not be processed; the next poll makes up for it');
    });
  }
}
