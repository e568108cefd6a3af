import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { AethercastError } from '../platform/aethercast-error.js';
import { codeEntry, type ErrorCode } from '../platform/error-codes/index.js';
import type { Logger } from '../platform/log.js';
import { closeCodes, maxQueuedMessageBytes, type CloseCode, type Limits } from './limits.js';
import { MessageRate } from './message-rate.js';
import { readEnvelope, textOf, type Envelope } from './envelope.js';

/** What a channel does with one client of it. */
export interface Peer {
  /** The client's messages, one after the other; a rejection closes with its code. */
  receive(message: Envelope): Promise<void> | undefined;
  /** About once a second. */
  tick(now: number): void;
  /** The connection is gone. Called once. */
  closed(): void;
}

/** How a channel tells of errors: one for what it did not understand, one for the end. */
export type ErrorEvents = { misunderstood: string; refused: string };

/** One WebSocket: messages as JSON, their rate, heartbeat, and ends that a client which reads nothing cannot delay. */
export class Connection {
  readonly socket: WebSocket;
  /** What the WebSocket writes to: corked, several frames go out in one system call. */
  readonly stream: Duplex;
  /** Of the page; undefined for a program. */
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
  /** When the connection is cut although the client did not answer the close. */
  #cutAt = Infinity;

  constructor(
    socket: WebSocket,
    stream: Duplex,
    given: { origin: string | undefined; events: ErrorEvents; limits: Limits; log: Logger },
  ) {
    const now = Date.now();
    this.socket = socket;
    this.stream = stream;
    this.origin = given.origin;
    this.#events = given.events;
    this.#limits = given.limits;
    this.#log = given.log;
    this.#rate = new MessageRate(now);
    this.#joinBy = now + given.limits.joinMs;
    this.#pingedAt = now;
  }

  serve(peer: Peer, onClosed: () => void): void {
    this.#peer = peer;
    this.socket.on('message', (data, isBinary) => this.#take(data, isBinary));
    this.socket.on('ping', () => this.#count());
    this.socket.on('pong', () => {
      this.#isAlive = true;
    });
    // What the parser refuses (too large, too many fragments) it closes itself, with the code of RFC 6455.
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

  /** The message that joins has come: from now on the client may be silent. */
  joined(): void {
    this.#joinBy = Infinity;
  }

  send(event: string, data: unknown): void {
    this.sendText(textOf(event, data));
  }

  /** A message that many are sent, made once by `textOf`. */
  sendText(text: string): void {
    if (this.#isClosing) return;
    if (this.socket.bufferedAmount > maxQueuedMessageBytes) {
      this.refuse('ASF_TOO_SLOW', closeCodes.tooSlow);
      return;
    }
    this.socket.send(text);
  }

  /** Says what was not understood; the connection stays. */
  misunderstand(code: ErrorCode, message: string = codeEntry(code).message): void {
    this.send(this.#events.misunderstood, { code, message });
  }

  /** Ends with a reason; what was sent before is delivered first if the client reads it soon. */
  refuse(code: ErrorCode, closeCode: CloseCode, message?: string): void {
    this.#sayWhy(this.#events.refused, code, message);
    this.#close(closeCode);
    this.#cutAt = Date.now() + this.#limits.refusedMs;
  }

  /** Ends with a reason that a slow client too is to hear after all that was sent before. */
  refuseInTurn(code: ErrorCode, closeCode: CloseCode, message?: string): void {
    this.#sayWhy(this.#events.refused, code, message, () => this.#close(closeCode));
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

  /** Any message counts as an answer: a ping may wait behind much audio on a slow line. */
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
    const message = isBinary ? undefined : readEnvelope(data);
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

  /** Ends because of what the client sent, or did not send. */
  #giveUp(code: ErrorCode, closeCode: CloseCode, message?: string): void {
    this.#sayWhy(this.#events.misunderstood, code, message);
    this.#close(closeCode);
    this.#cutAt = Date.now() + this.#limits.refusedMs;
  }

  #sayWhy(event: string, code: ErrorCode, message: string | undefined, then?: () => void): void {
    if (this.#isClosing) return;
    const entry = codeEntry(code);
    const data = { code, message: message ?? entry.message, retryable: entry.retryable };
    this.socket.send(textOf(event, data), then);
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
