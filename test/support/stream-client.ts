// WebSocket clients of the streamer, as programs write them.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { WebSocket, type ClientOptions } from 'ws';
import type { Streamer } from '../../streamer/create-streamer.js';
import type { GrowingEpisode } from './growing-episode.js';
import type { StreamWorld } from './stream-world.js';
import { until } from './until.js';

export type Message = { event: string; data: Record<string, unknown> };

/** Collects what the server says. */
export class StreamClient {
  readonly socket: WebSocket;
  readonly messages: Message[] = [];
  closeCode: number | undefined;
  /** The status of a refused upgrade. */
  refusedWith: number | undefined;

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(url, options);
    this.socket.on('message', (data, isBinary) => {
      assert.ok(Buffer.isBuffer(data));
      if (isBinary) this.takeAudio(data);
      else this.messages.push(JSON.parse(data.toString()) as Message);
    });
    this.socket.on('unexpected-response', (request, response) => {
      this.refusedWith = response.statusCode;
      request.destroy();
    });
    this.socket.on('error', () => undefined);
    this.socket.on('close', (code) => {
      this.closeCode = code;
    });
  }

  takeAudio(_frame: Buffer): void {
    assert.fail('audio came where there is none');
  }

  say(event: string, data: unknown): void {
    this.socket.send(JSON.stringify({ event, data }));
  }

  /** The latest message of that name, when there is one. */
  last(event: string, what: Record<string, unknown> = {}): Message['data'] | undefined {
    return this.all(event, what).at(-1);
  }

  all(event: string, what: Record<string, unknown> = {}): Message['data'][] {
    return this.messages
      .filter((message) => message.event === event)
      .map(({ data }) => data)
      .filter((data) => Object.entries(what).every(([name, value]) => data[name] === value));
  }

  async hears(
    event: string,
    what: Record<string, unknown> = {},
    withinMs?: number,
  ): Promise<Message['data']> {
    await until(
      `${event} ${JSON.stringify(what)} comes`,
      () => this.last(event, what) !== undefined,
      withinMs,
    );
    return this.last(event, what) ?? {};
  }

  async opened(): Promise<void> {
    await until('the connection opens', () => this.socket.readyState === WebSocket.OPEN);
  }

  async closed(withinMs?: number): Promise<number | undefined> {
    await until('the connection is closed', () => this.closeCode !== undefined, withinMs);
    return this.closeCode;
  }

  /** The status that refuses the upgrade. */
  async refused(): Promise<number | undefined> {
    await until('the connection is refused', () => this.refusedWith !== undefined);
    return this.refusedWith;
  }

  leave(): void {
    this.socket.terminate();
  }
}

/** A listener that checks every frame's place. */
export class AudioClient extends StreamClient {
  readonly frames: Buffer[] = [];
  #start = 0;
  #end = 0;
  /** Whether it acknowledges what it gets. */
  acknowledges = true;

  static async join(
    world: StreamWorld,
    streamer: Pick<Streamer, 'port'>,
    episode: GrowingEpisode,
    options: { offset?: number; acknowledges?: boolean } = {},
  ): Promise<AudioClient> {
    const client = new AudioClient(audioUrl(streamer));
    client.acknowledges = options.acknowledges ?? true;
    await client.hears('connection_ack');
    client.join(await world.audioTicket(episode.podcastId), episode.streamId, options.offset);
    return client;
  }

  join(ticket: string, streamId: string, offset = 0): void {
    this.#start = this.#end = offset;
    this.say('join_stream', { ticket, stream_id: streamId, ...(offset === 0 ? {} : { offset }) });
  }

  /** Bytes before this one are here, or were not asked for. */
  get end(): number {
    return this.#end;
  }

  get audio(): Buffer {
    return Buffer.concat(this.frames);
  }

  get sha256(): string {
    return createHash('sha256').update(this.audio).digest('hex');
  }

  override takeAudio(frame: Buffer): void {
    const audio = frame.subarray(8);
    assert.equal(Number(frame.readBigUInt64BE()), this.#end, 'in order, without gap or repeat');
    assert.ok(audio.length > 0 && audio.length <= 16_384);
    this.#end += audio.length;
    this.frames.push(audio);
    if (this.acknowledges) this.acknowledge();
  }

  acknowledge(hold?: boolean): void {
    this.say('ack', { offset: this.#end, ...(hold === undefined ? {} : { hold }) });
  }

  async has(end: number, withinMs?: number): Promise<void> {
    await until(`byte ${end} is reached from ${this.#start}`, () => this.#end >= end, withinMs);
    assert.equal(this.#end, end);
  }
}

export function audioUrl({ port }: Pick<Streamer, 'port'>): string {
  return `ws://127.0.0.1:${port}/api/v1/podcasts/stream`;
}

export function uiUrl({ port }: Pick<Streamer, 'port'>): string {
  return `ws://127.0.0.1:${port}/ui_updates`;
}
