import { afterClose } from './after-close.js';
import { backoffMs } from './backoff-ms.js';
import { delay } from './delay.js';
import { parseEnvelope, type Envelope } from './frames.js';
import type { StreamFault, UiEvents } from './protocol.js';
import { readFault } from './server-messages.js';
import { abandon, ignore, sendEvent, type SocketClass } from './socket.js';
import { isFinalRefusal, type Ticket } from './tickets.js';

/** What to follow: one episode, or everything that one client has requested. */
export type UiSubject = { podcast_id: string } | { client_id: string };

export type UiOptions = {
  subject: UiSubject;
  connect: () => Promise<Ticket>;
  WebSocket: SocketClass;
  /** Called for every event, including those that other programs relay. */
  onEvent: (event: UiEvent) => void;
  onState?: (state: 'connecting' | 'subscribed' | 'reconnecting') => void;
};

/** One of the streamer's own events, or a relayed one with any data. */
export type UiEvent =
  | { [Name in keyof UiEvents]: { name: Name; data: UiEvents[Name] } }[keyof UiEvents]
  | { name: 'relayed'; event: string; data: Record<string, unknown> };

export type UiEnd = { status: 'failed'; code: string; message: string } | { status: 'stopped' };

const steadyMs = 10_000;
/** Scripts do not see pings, so a silent connection is replaced, here seldom: this channel is mostly silent. */
const silenceMs = 300_000;
const ownEvents = new Set<string>(['generation_status', 'task_error', 'segment_ready', 'progress']);

/** Follows the making of episodes until stopped; the server sends the current state after every (re)connection. */
export class UiUpdates {
  readonly #options: UiOptions;
  readonly #stopping = new AbortController();
  #lastEventId: number | undefined;
  #refusedTickets = 0;

  constructor(options: UiOptions) {
    this.#options = options;
  }

  stop(): void {
    this.#stopping.abort();
  }

  async run(): Promise<UiEnd> {
    const { signal } = this.#stopping;
    for (let tries = 0; ; tries++) {
      const began = Date.now();
      this.#options.onState?.('connecting');
      const end = await this.#oneConnection();
      if (signal.aborted) return { status: 'stopped' };
      if (end !== undefined) return end;
      if (Date.now() - began >= steadyMs) tries = 0;
      this.#options.onState?.('reconnecting');
      await delay(backoffMs(tries), signal);
    }
  }

  /** Undefined if it should be tried again. */
  async #oneConnection(): Promise<UiEnd | undefined> {
    let ended;
    try {
      ended = await this.#follow(await this.#options.connect());
    } catch (error) {
      if (isFinalRefusal(error)) return failed(error.code ?? 'LISTEN_REFUSED', error.message);
      return undefined;
    }
    const { code, fault } = ended;
    const next = afterClose(code);
    if (next === 'new ticket') this.#refusedTickets += 1;
    if (next !== 'give up' && this.#refusedTickets < 2) return undefined;
    return failed(
      fault?.code ?? `LISTEN_CLOSED_${code}`,
      fault?.message ?? `The server closed the channel with ${code}.`,
    );
  }

  #follow(ticket: Ticket): Promise<{ code: number; fault: StreamFault | undefined }> {
    const { signal } = this.#stopping;
    return new Promise((resolve) => {
      const socket = new this.#options.WebSocket(ticket.websocketUrl);
      let fault: StreamFault | undefined;
      let silence: ReturnType<typeof setTimeout> | undefined;
      function finish(code: number): void {
        clearTimeout(silence);
        signal.removeEventListener('abort', leave);
        resolve({ code, fault });
      }
      function leave(): void {
        abandon(socket);
        finish(1006);
      }
      function listenForSilence(): void {
        clearTimeout(silence);
        silence = setTimeout(leave, silenceMs);
      }
      socket.onerror = ignore;
      socket.onclose = ({ code }: { code: number }) => finish(code);
      socket.onmessage = ({ data }: { data: unknown }) => {
        listenForSilence();
        const message = typeof data === 'string' ? parseEnvelope(data) : undefined;
        if (message === undefined) return;
        if (message.event === 'ui_connection_ack') {
          sendEvent(socket, 'subscribe_to_ui_updates', this.#subscription(ticket));
        } else if (message.event === 'ui_error') {
          fault = readFault(message.data);
        } else {
          this.#tell(message);
        }
      };
      listenForSilence();
      signal.addEventListener('abort', leave);
      if (signal.aborted) leave();
    });
  }

  #subscription({ ticket }: Ticket): object {
    const last = this.#lastEventId === undefined ? {} : { last_event_id: this.#lastEventId };
    return { ticket, ...this.#options.subject, ...last };
  }

  #tell({ event, data }: Envelope): void {
    if (event === 'subscribed_ui_updates') {
      this.#refusedTickets = 0;
      this.#options.onState?.('subscribed');
      return;
    }
    const { event_id: id } = data;
    if (typeof id === 'number') this.#lastEventId = id;
    this.#options.onEvent(isOwn({ name: event, data }) ?? { name: 'relayed', event, data });
  }
}

function failed(code: string, message: string): UiEnd {
  return { status: 'failed', code, message };
}

/** The data of the server's own events is trusted to have the documented shape. */
function isOwn(event: { name: string; data: object }): UiEvent | undefined {
  return ownEvents.has(event.name) ? (event as UiEvent) : undefined;
}
