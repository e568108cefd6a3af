import { newBytes, parseAudioChunk, parseEnvelope } from './frames.js';
import type { EndOfStream, StreamFault, StreamStatus } from './protocol.js';
import { readEnd, readFault, readStatus } from './server-messages.js';
import { abandon, ignore, sendEvent, type Socket, type SocketClass } from './socket.js';
import type { Ticket } from './tickets.js';

/** How a connection ended. `broken`: we closed it, because it violated the protocol or fell silent. */
export type ConnectionEnd =
  | { kind: 'complete'; end: EndOfStream }
  | { kind: 'closed'; code: number; fault: StreamFault | undefined }
  | { kind: 'broken'; why: 'gap' | 'not understood' | 'silent' | 'not joined' }
  | { kind: 'stopped' };

export type ConnectionOptions = {
  WebSocket: SocketClass;
  ticket: Ticket;
  /** The first byte wanted. */
  offset: number;
  onJoined: (status: StreamStatus) => void;
  /** New bytes, which continue exactly where the last ones ended. */
  onAudio: (bytes: Uint8Array) => void;
  /** A connection that sends nothing for this long, while we want audio, is replaced. */
  silenceMs: number;
  signal: AbortSignal;
};

const joinWithinMs = 15_000;

/** One WebSocket from opening to close. It checks that audio has no gap, and drops repeated bytes. */
export class Connection {
  readonly ended: Promise<ConnectionEnd>;
  readonly #options: ConnectionOptions;
  readonly #socket: Socket;
  #end: (end: ConnectionEnd) => void = ignore;
  #offset: number;
  #joined = false;
  #over = false;
  #held = false;
  #fault: StreamFault | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#offset = options.offset;
    this.ended = new Promise((resolve) => (this.#end = resolve));
    this.#socket = new options.WebSocket(options.ticket.websocketUrl);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.onerror = ignore;
    this.#socket.onmessage = (event: { data: unknown }) => this.#receive(event.data);
    this.#socket.onclose = ({ code }: { code: number }) =>
      this.#finish({ kind: 'closed', code, fault: this.#fault });
    this.#silence = setTimeout(() => this.#leave({ kind: 'broken', why: 'not joined' }), joinWithinMs);
    options.signal.addEventListener('abort', this.#stop);
    if (options.signal.aborted) this.#stop();
  }

  /** Acknowledges all bytes before `offset`; `hold` while the sink wants no more. */
  acknowledge(offset: number, hold: boolean): void {
    if (!this.#joined || this.#over) return;
    // The sink may still be busy with bytes of an earlier connection, but this one began after them.
    const data = { offset: Math.max(offset, this.#options.offset) };
    sendEvent(this.#socket, 'ack', hold ? { ...data, hold } : data);
    if (hold !== this.#held) {
      this.#held = hold;
      this.#listenForSilence();
    }
  }

  get isJoined(): boolean {
    return this.#joined && !this.#over;
  }

  #receive(data: unknown): void {
    if (this.#joined) this.#listenForSilence();
    if (typeof data === 'string') this.#hear(data);
    else if (data instanceof ArrayBuffer) this.#take(data);
  }

  #hear(text: string): void {
    const message = parseEnvelope(text);
    if (message === undefined) {
      this.#leave({ kind: 'broken', why: 'not understood' });
      return;
    }
    const { event, data } = message;
    switch (event) {
      case 'connection_ack':
        this.#join();
        return;
      case 'stream_status':
        this.#startHearing(readStatus(data));
        return;
      case 'audio_control': {
        const end = readEnd(data);
        if (end !== undefined) this.#leave({ kind: 'complete', end });
        return;
      }
      case 'stream_error':
      case 'error':
        this.#fault = readFault(data);
        return;
      default: // Newer servers may send other events; they are ignored.
    }
  }

  #join(): void {
    const { ticket, offset } = this.#options;
    sendEvent(this.#socket, 'join_stream', { ticket: ticket.ticket, stream_id: ticket.streamId, offset });
  }

  #startHearing(status: StreamStatus | undefined): void {
    if (status?.offset !== this.#options.offset) {
      this.#leave({ kind: 'broken', why: 'not understood' });
      return;
    }
    this.#joined = true;
    this.#listenForSilence();
    this.#options.onJoined(status);
  }

  #take(frame: ArrayBuffer): void {
    const chunk = parseAudioChunk(frame);
    if (chunk === undefined) {
      this.#leave({ kind: 'broken', why: 'not understood' });
      return;
    }
    const bytes = newBytes(chunk, this.#offset);
    if (bytes === 'gap') {
      this.#leave({ kind: 'broken', why: 'gap' });
      return;
    }
    if (bytes.length === 0) return;
    this.#offset += bytes.length;
    this.#options.onAudio(bytes);
  }

  /**
   * Scripts do not see pings, so they cannot distinguish a slow episode from a dead connection: after a while of silence
   * the connection is replaced, which costs little and loses nothing.
   */
  #listenForSilence(): void {
    clearTimeout(this.#silence);
    if (this.#held || this.#over) return;
    this.#silence = setTimeout(() => this.#leave({ kind: 'broken', why: 'silent' }), this.#options.silenceMs);
  }

  readonly #stop = (): void => {
    this.#leave({ kind: 'stopped' });
  };

  #leave(end: ConnectionEnd): void {
    if (this.#over) return;
    abandon(this.#socket);
    this.#finish(end);
  }

  #finish(end: ConnectionEnd): void {
    this.#over = true;
    clearTimeout(this.#silence);
    this.#options.signal.removeEventListener('abort', this.#stop);
    this.#end(end);
  }
}
