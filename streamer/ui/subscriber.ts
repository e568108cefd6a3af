import type { Database } from '../../db/connect.js';
import { findClientEpisodes } from '../../db/live/episode-state.js';
import { consumeTicket } from '../../db/stream-tickets.js';
import { listUiEvents, type UiEvent } from '../../db/live/ui-events.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Connection, Peer } from '../connection.js';
import { dataOf, textOf, type Envelope } from '../envelope.js';
import type { FollowedEpisodes } from '../followed-episodes.js';
import { closeCodes } from '../limits.js';
import type { EpisodeNews, NewsReader } from './episode-news.js';
import { subscribeToUiUpdates } from './ui-messages.js';

/** A page that stays open for days is told of its latest episodes. */
const mostEpisodes = 50;
/** Relayed events may be found more than once (a notice, a poll); this many are remembered. */
const rememberedEvents = 2_000;

/** The clients whose subscribers want to hear of new episodes and relayed events. */
export interface ClientRegister {
  add(subscriber: Subscriber): void;
  remove(subscriber: Subscriber): void;
}

export type SubscriberDeps = {
  db: Database;
  episodes: FollowedEpisodes<NewsReader, EpisodeNews>;
  clients: ClientRegister;
};

/** One client of the UI channel. */
export class Subscriber implements Peer {
  /** Of a subscription to all that a client asked for. */
  ownerId = '';
  clientId: string | undefined;
  readonly #connection: Connection;
  readonly #given: SubscriberDeps;
  readonly #episodes = new Map<string, Promise<EpisodeNews | undefined>>();
  readonly #delivered = new Set<number>();
  /** Live events that came while the past ones were read. */
  #waiting: UiEvent[] | undefined = [];
  #subscribing = false;
  #isGone = false;
  readonly #reader: NewsReader;

  constructor(connection: Connection, given: SubscriberDeps) {
    this.#connection = connection;
    this.#given = given;
    this.#reader = {
      hear: (text) => this.#connection.sendText(text),
      gone: (podcastId) => this.#forget(podcastId),
    };
  }

  receive(message: Envelope): Promise<void> | undefined {
    if (message.event === 'subscribe_to_ui_updates') return this.#subscribe(message);
    const name = JSON.stringify(message.event.slice(0, 64));
    this.#connection.misunderstand('ASF_BAD_MESSAGE', `There is no event ${name}.`);
    return undefined;
  }

  tick(): void {
    // Pings and the queue's limit are the connection's.
  }

  closed(): void {
    this.#isGone = true;
    this.#given.clients.remove(this);
    for (const podcastId of [...this.#episodes.keys()]) this.#leave(podcastId);
  }

  /** Tells how the episode stands, and from then on what happens to it. False when there is no such episode. */
  async follow(podcastId: string): Promise<boolean> {
    const known = this.#episodes.get(podcastId);
    if (known !== undefined) return (await known) !== undefined;
    const entering = this.#given.episodes.enter(podcastId, this.#reader);
    this.#episodes.set(podcastId, entering);
    const [oldest] = this.#episodes.keys();
    if (this.#episodes.size > mostEpisodes && oldest !== undefined) this.#leave(oldest);
    try {
      const episode = await entering;
      if (episode === undefined) {
        this.#episodes.delete(podcastId);
        return false;
      }
      // It may have been left while it was looked up, and then it has been told to leave.
      if (this.#episodes.has(podcastId)) for (const text of episode.snapshot()) this.#reader.hear(text);
      return true;
    } catch (error) {
      this.#episodes.delete(podcastId);
      throw error;
    }
  }

  /** A relayed event, once. */
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
    const data = dataOf(subscribeToUiUpdates, message);
    if (this.#subscribing) throw new AethercastError('ASF_BAD_MESSAGE', { message: 'Subscribe once.' });
    this.#subscribing = true;
    this.#connection.joined();
    const [podcastId, clientId] = [data.podcast_id ?? undefined, data.client_id ?? undefined];
    const shown = { channel: 'ui', origin: this.#connection.origin } as const;
    const grant = await consumeTicket(this.#given.db, data.ticket, shown);
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
    // From now on news come; what is read below may find the same.
    this.#given.clients.add(this);
    const episodes = await findClientEpisodes(this.#given.db, ownerId, clientId);
    for (const { podcastId } of episodes.toReversed()) if (!this.#hasGone()) await this.follow(podcastId);
    const past = await listUiEvents(this.#given.db, clientId, lastEventId ?? undefined);
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const event of [...past, ...waiting]) this.deliver(event);
  }

  #hasGone(): boolean {
    return this.#isGone;
  }

  /** It was deleted. */
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
      (episode) => episode?.leave(this.#reader),
      // Whoever follows was told.
      () => undefined,
    );
  }
}

function eventText({ eventId, name, data }: UiEvent): string {
  return textOf(name, { ...(typeof data === 'object' ? data : {}), event_id: eventId });
}
