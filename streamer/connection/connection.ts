import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { AethercastError } from '../../platform/aethercast-error.js';
import { codeEntry, type ErrorCode } from '../../platform/error-codes/index.js';
import type { Logger } from '../../platform/log.js';
import { closeCodes, maxQueuedMessageBytes, type CloseCode, type Limits } from './limits.js';
import { MessageRate } from './message-rate.js';
import { parseEnvelope, encodeMessage, type Envelope } from './envelope.js';

/** A channel's handler for one client. */
export interface Peer {
  /** Called with each message of the client; a rejection closes the connection with its code. */
  receive(message: Envelope): Promise<void> | undefined;
  /** Called about once a second. */
  tick(now: number): void;
  /** Called once, when the connection is closed. */
  closed(): void;
}

/** A channel's error events: one for a bad message, one for a refusal that closes the connection. */
export type ErrorEvents = { badMessage: string; refused: string };

/** One WebSocket: JSON messages, rate limit, heartbeat, and closing that an unresponsive client cannot delay. */
export class Connection {
  readonly socket: WebSocket;
  /** What the WebSocket writes to: corked, several frames go out in one system call. */
  readonly stream: Duplex;
  /** Origin of the page; undefined for a program. */
  readonly origin: string | undefined;
  readonly #events: ErrorEvents;
  readonly #limits: Limits;
  readonly #log: Logger;
  readonly #rate: MessageRate;
  #peer: Peer | undefined;
  #joinBy: number;
  #pingedAt: number;
  #isAlive = true;
  #isClosing = false;
  /** When the connection is cut if the client has not answered the close. */
  #cutAt = Infinity;

  constructor(
    socket: WebSocket,
    stream: Duplex,
    options: { origin: string | undefined; events: ErrorEvents; limits: Limits; log: Logger },
  ) {
    const now = Date.now();
    this.socket = socket;
    this.stream = stream;
    this.origin = options.origin;
    this.#events = options.events;
    this.#limits = options.limits;
    this.#log = options.log;
    this.#rate = new MessageRate(now);
    this.#joinBy = now + options.limits.joinMs;
    this.#pingedAt = now;
  }

  serve(peer: Peer, onClosed: () => void): void {
    this.#peer = peer;
    this.socket.on('message', (data, isBinary) => this.#take(data, isBinary));
    this.socket.on('ping', () => this.#count());
    this.socket.on('pong', () => {
      this.#isAlive = true;
    });
    // The parser itself closes on frames it refuses (too large, too many fragments), with a code of RFC 6455.
    this.socket.on('error', (error) => {
      this.#log.debug({ err: error }, 'a connection failed');
      this.#isClosing = true;
      this.#cutAt = Date.now() + this.#limits.refusedMs;
    });
    this.socket.on('close', () => {
      this.#isClosing = true;
      peer.closed();
      onClosed();
    });
  }

  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** The client has joined: from now on it may be silent. */
  joined(): void {
    this.#joinBy = Infinity;
  }

  send(event: string, data: unknown): void {
    this.sendText(encodeMessage(event, data));
  }

  /** Sends a message that `encodeMessage` made once for many clients. */
  sendText(text: string): void {
    if (this.#isClosing) return;
    if (this.socket.bufferedAmount > maxQueuedMessageBytes) {
      this.refuse('ASF_TOO_SLOW', closeCodes.tooSlow);
      return;
    }
    this.socket.send(text);
  }

  /** Reports a bad message; the connection stays open. */
  rejectMessage(code: ErrorCode, message: string = codeEntry(code).message): void {
    this.send(this.#events.badMessage, { code, message });
  }

  /** Closes with a reason; what was sent before is delivered first if the client reads it soon. */
  refuse(code: ErrorCode, closeCode: CloseCode, message?: string): void {
    this.#sendReason(this.#events.refused, code, message);
    this.#close(closeCode);
    this.#cutAt = Date.now() + this.#limits.refusedMs;
  }

  /** Closes with a reason once the client has read all that was sent before, however slow it is. */
  refuseAfterQueue(code: ErrorCode, closeCode: CloseCode, message?: string): void {
    this.#sendReason(this.#events.refused, code, message, () => this.#close(closeCode));
  }

  close(closeCode: CloseCode): void {
    this.#close(closeCode);
  }

  cut(): void {
    this.socket.terminate();
  }

  tick(now: number): void {
    if (now >= this.#cutAt) {
      this.cut();
      return;
    }
    if (this.#isClosing) return;
    if (now >= this.#joinBy) {
      this.#giveUp('ASF_NOT_JOINED', closeCodes.badMessage);
      return;
    }
    if (this.socket.bufferedAmount > maxQueuedMessageBytes) {
      this.refuse('ASF_TOO_SLOW', closeCodes.tooSlow);
      return;
    }
    if (now - this.#pingedAt >= this.#limits.pingMs) this.#beat(now);
    this.#peer?.tick(now);
  }

  /** Any message counts as an answer: on a slow line a ping may wait behind much audio. */
  #beat(now: number): void {
    if (!this.#isAlive) {
      this.cut();
      return;
    }
    this.#isAlive = false;
    this.#pingedAt = now;
    this.socket.ping();
  }

  #take(data: RawData, isBinary: boolean): void {
    if (this.#isClosing || !this.#count()) return;
    this.#isAlive = true;
    const message = isBinary ? undefined : parseEnvelope(data);
    if (message === undefined) {
      this.#giveUp('ASF_BAD_MESSAGE', closeCodes.badMessage, 'Send JSON: {"event": NAME, "data": {...}}.');
      return;
    }
    try {
      this.#peer?.receive(message)?.catch((error: unknown) => this.#failed(error));
    } catch (error) {
      this.#failed(error);
    }
  }

  #count(): boolean {
    if (this.#isClosing) return false;
    if (this.#rate.take(Date.now())) return true;
    this.#giveUp('ASF_TOO_MANY_MESSAGES', closeCodes.rulesBroken);
    return false;
  }

  #failed(error: unknown): void {
    if (error instanceof AethercastError) {
      if (error.code === 'ASF_BAD_MESSAGE')
        this.#giveUp('ASF_BAD_MESSAGE', closeCodes.badMessage, error.message);
      else this.refuse(error.code, closeCodeOf(error.code), error.message);
      return;
    }
    this.#log.error({ err: error }, 'a message could not be handled');
    this.refuse('ASF_UNAVAILABLE', closeCodes.later);
  }

  /** Closes because of what the client sent, or failed to send. */
  #giveUp(code: ErrorCode, closeCode: CloseCode, message?: string): void {
    this.#sendReason(this.#events.badMessage, code, message);
    this.#close(closeCode);
    this.#cutAt = Date.now() + this.#limits.refusedMs;
  }

  #sendReason(event: string, code: ErrorCode, message: string | undefined, then?: () => void): void {
    if (this.#isClosing) return;
    const entry = codeEntry(code);
    const data = { code, message: message ?? entry.message, retryable: entry.retryable };
    this.socket.send(encodeMessage(event, data), then);
  }

  #close(closeCode: CloseCode): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.socket.close(closeCode);
  }
}

function closeCodeOf(code: ErrorCode): CloseCode {
  switch (codeEntry(code).status) {
    case 400:
      return closeCodes.badMessage;
    case 401:
      return closeCodes.ticketRefused;
    case 404:
      return closeCodes.deleted;
    default:
      return closeCodes.later;
  }
}
