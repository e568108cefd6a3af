// A streamer that speaks the protocol and misbehaves as its script says, one script per connection.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Ticket } from '../../web/listen/index.js';

export type Ack = { offset: number; hold?: boolean };

/** One connection, seen from the server. */
export class Peer {
  readonly acks: Ack[] = [];
  /** What it said besides. */
  readonly said: { event: string; data: Record<string, unknown> }[] = [];
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { event: string; data: Record<string, unknown> };
      if (message.event === 'ack') this.acks.push(message.data as Ack);
      else this.said.push(message);
    });
  }

  say(event: string, data: object): void {
    this.#socket.send(JSON.stringify({ event, data }));
  }

  /** Whatever it is. */
  send(data: string | Uint8Array): void {
    this.#socket.send(data);
  }

  /** Greets, and waits until the client joins; answers with the status of an episode that has `available` bytes. */
  async joined(available: number): Promise<{ offset: number; ticket: string; stream_id: string }> {
    this.say('connection_ack', { message: 'Welcome', protocol: 1, added_later: true });
    const join = await this.#next('join_stream');
    const { offset, ticket, stream_id } = join as { offset: number; ticket: string; stream_id: string };
    this.say('stream_status', {
      status: 'joined',
      offset,
      available_bytes: available,
      bytes_per_second: 12_000,
      window_bytes: 360_000,
      complete: false,
      total_bytes: null,
    });
    this.say('audio_control', { event: 'start_of_stream', offset });
    return { offset, ticket, stream_id };
  }

  audio(offset: number, bytes: Uint8Array): void {
    const header = Buffer.alloc(8);
    header.writeBigUInt64BE(BigInt(offset));
    this.#socket.send(Buffer.concat([header, bytes]));
  }

  /** All of the audio from an offset on, in frames of the size. */
  audioFrom(offset: number, all: Uint8Array, size = 16_384): void {
    for (let at = offset; at < all.length; at += size) this.audio(at, all.subarray(at, at + size));
  }

  end(totalBytes: number, sha256: string, status = 'completed'): void {
    this.say('audio_control', { event: 'end_of_stream', total_bytes: totalBytes, sha256, status });
  }

  close(code: number): void {
    this.#socket.close(code);
  }

  /** As a killed server does. */
  drop(): void {
    this.#socket.terminate();
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  async #next(event: string): Promise<Record<string, unknown>> {
    for (;;) {
      const found = this.said.find((message) => message.event === event);
      if (found !== undefined) return found.data;
      await once(this.#socket, 'message');
    }
  }
}

export type Script = (peer: Peer) => void | Promise<void>;

export class ScriptedStreamer {
  readonly peers: Peer[] = [];
  /** When each connection came. */
  readonly times: number[] = [];
  tickets = 0;
  readonly #server: WebSocketServer;

  private constructor(server: WebSocketServer, scripts: Script[]) {
    this.#server = server;
    server.on('connection', (socket) => {
      const peer = new Peer(socket);
      this.peers.push(peer);
      this.times.push(Date.now());
      // The last script is that of all later connections too.
      void scripts[Math.min(this.peers.length, scripts.length) - 1]?.(peer);
    });
  }

  static async open(...scripts: Script[]): Promise<ScriptedStreamer> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
    await once(server, 'listening');
    return new ScriptedStreamer(server, scripts);
  }

  readonly connect = (): Promise<Ticket> => {
    this.tickets += 1;
    const { port } = this.#server.address() as AddressInfo;
    return Promise.resolve({
      ticket: `tkt_${this.tickets}`,
      streamId: 'strm_1',
      websocketUrl: `ws://127.0.0.1:${port}/api/v1/podcasts/stream`,
    });
  };

  async close(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
