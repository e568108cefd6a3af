import type { Database } from '../../db/connect.js';
import { findClientEpisodes } from '../../db/live/episode-state.js';
import { consumeTicket } from '../../db/stream-tickets.js';
import { listUiEvents, type UiEvent } from '../../db/live/ui-events.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Connection, Peer } from '../connection/connection.js';
import { parseData, encodeMessage, type Envelope } from '../connection/envelope.js';
import type { FollowedEpisodes } from '../episodes/followed-episodes.js';
import { closeCodes } from '../connection/limits.js';
import type { EpisodeUpdates, UpdateReceiver } from './episode-updates.js';
import { subscribeToUiUpdates } from './ui-messages.js';

/** A page that stays open for days follows its latest episodes only. */
const maxEpisodes = 50;
/** A relayed event may be found twice (notification, poll); this many ids are remembered. */
const rememberedEvents = 2_000;

/** Subscribers to a client's new episodes and relayed events. */
export interface SubscriberRegistry {
  add(subscriber: Subscriber): void;
  remove(subscriber: Subscriber): void;
}

export type SubscriberDeps = {
  db: Database;
  episodes: FollowedEpisodes<UpdateReceiver, EpisodeUpdates>;
  clients: SubscriberRegistry;
};

/** One client of the UI channel. */
export class Subscriber implements Peer {
  /** Set for a subscription to a client. */
  ownerId = '';
  clientId: string | undefined;
  readonly #connection: Connection;
  readonly #deps: SubscriberDeps;
  readonly #episodes = new Map<string, Promise<EpisodeUpdates | undefined>>();
  readonly #delivered = new Set<number>();
  /** Live events that arrived while past ones were read; undefined after that. */
  #waiting: UiEvent[] | undefined = [];
  #subscribing = false;
  #isGone = false;
  readonly #receiver: UpdateReceiver;

  constructor(connection: Connection, deps: SubscriberDeps) {
    this.#connection = connection;
    this.#deps = deps;
    this.#receiver = {
      send: (text) => this.#connection.sendText(text),
      deleted: (podcastId) => this.#forget(podcastId),
    };
  }

  receive(message: Envelope): Promise<void> | undefined {
    if (message.event === 'subscribe_to_ui_updates') return this.#subscribe(message);
    const name = JSON.stringify(message.event.slice(0, 64));
    this.#connection.rejectMessage('ASF_BAD_MESSAGE', `There is no event ${name}.`);
    return undefined;
  }

  tick(): void {
    // The connection itself handles pings and the queue's limit.
  }

  closed(): void {
    this.#isGone = true;
    this.#deps.clients.remove(this);
    for (const podcastId of [...this.#episodes.keys()]) this.#leave(podcastId);
  }

  /** Sends the episode's current state and then its updates. False when there is no such episode. */
  async follow(podcastId: string): Promise<boolean> {
    const known = this.#episodes.get(podcastId);
    if (known !== undefined) return (await known) !== undefined;
    const entering = this.#deps.episodes.enter(podcastId, this.#receiver);
    this.#episodes.set(podcastId, entering);
    const [oldest] = this.#episodes.keys();
    if (this.#episodes.size > maxEpisodes && oldest !== undefined) this.#leave(oldest);
    try {
      const episode = await entering;
      if (episode === undefined) {
        this.#episodes.delete(podcastId);
        return false;
      }
      // It may have been left while it was opened.
      if (this.#episodes.has(podcastId)) for (const text of episode.snapshot()) this.#receiver.send(text);
      return true;
    } catch (error) {
      this.#episodes.delete(podcastId);
      throw error;
    }
  }

  /** Sends a relayed event, once. */
  deliver(event: UiEvent): void {
    if (this.#waiting !== undefined) {
      this.#waiting.push(event);
      return;
    }
    if (this.#delivered.has(event.eventId)) return;
    this.#delivered.add(event.eventId);
    const [oldest] = this.#delivered;
    if (this.#delivered.size > rememberedEvents && oldest !== undefined) this.#delivered.delete(oldest);
    this.#connection.sendText(eventText(event));
  }

  async #subscribe(message: Envelope): Promise<void> {
    const data = parseData(subscribeToUiUpdates, message);
    if (this.#subscribing) throw new AethercastError('ASF_BAD_MESSAGE', { message: 'Subscribe once.' });
    this.#subscribing = true;
    this.#connection.joined();
    const [podcastId, clientId] = [data.podcast_id ?? undefined, data.client_id ?? undefined];
    const presented = { channel: 'ui', origin: this.#connection.origin } as const;
    const grant = await consumeTicket(this.#deps.db, data.ticket, presented);
    if (grant === undefined || grant.podcastId !== podcastId || grant.clientId !== clientId) {
      throw new AethercastError('ASF_TICKET_REFUSED');
    }
    if (this.#isGone) return;
    this.#connection.send('subscribed_ui_updates', {
      status: 'success',
      client_id: clientId ?? null,
      podcast_id: podcastId ?? null,
      subscribed_to_room: clientId ?? podcastId ?? null,
    });
    if (clientId !== undefined) await this.#followClient(grant.ownerId, clientId, data.last_event_id);
    else if (podcastId === undefined || !(await this.follow(podcastId))) {
      throw new AethercastError('ASF_STREAM_DELETED');
    }
  }

  async #followClient(ownerId: string, clientId: string, lastEventId: number | null | undefined) {
    this.ownerId = ownerId;
    this.clientId = clientId;
    // From now on live events arrive; those read below may include the same ones.
    this.#deps.clients.add(this);
    const episodes = await findClientEpisodes(this.#deps.db, ownerId, clientId);
    for (const { podcastId } of episodes.toReversed()) if (!this.#hasGone()) await this.follow(podcastId);
    const past = await listUiEvents(this.#deps.db, clientId, lastEventId ?? undefined);
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const event of [...past, ...waiting]) this.deliver(event);
  }

  #hasGone(): boolean {
    return this.#isGone;
  }

  /** The episode was deleted. */
  #forget(podcastId: string): void {
    this.#leave(podcastId);
    if (this.clientId === undefined) {
      this.#connection.refuse('ASF_STREAM_DELETED', closeCodes.deleted);
    }
  }

  #leave(podcastId: string): void {
    const entering = this.#episodes.get(podcastId);
    this.#episodes.delete(podcastId);
    entering?.then(
      (episode) => episode?.leave(this.#receiver),
      // `follow` has thrown this error.
      () => undefined,
    );
  }
}

function eventText({ eventId, name, data }: UiEvent): string {
  return encodeMessage(name, { ...(typeof data === 'object' ? data : {}), event_id: eventId });
}
