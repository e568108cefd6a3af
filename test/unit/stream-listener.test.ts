import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import {
  StreamListener,
  TicketRefused,
  type ListenEnd,
  type ListenOptions,
  type ListenState,
} from '../../web/listen/index.js';
import { ScriptedStreamer, type Peer, type Script } from '../fakes/scripted-streamer.js';
import { until } from '../support/until.js';

const audio = randomBytes(200_000);
const hash = createHash('sha256').update(audio).digest('hex');

type Heard = {
  end: ListenEnd;
  bytes: Buffer;
  states: ListenState[];
  streamer: ScriptedStreamer;
};

class Gate {
  readonly opened: Promise<void>;
  open(): void {
    this.#resolve?.();
  }
  #resolve: (() => void) | undefined;
  constructor() {
    this.opened = new Promise((resolve) => (this.#resolve = resolve));
  }
}

describe('the listener of a stream', () => {
  const streamers: ScriptedStreamer[] = [];
  afterEach(async () => {
    await Promise.all(streamers.splice(0).map((streamer) => streamer.close()));
  });

  async function open(...scripts: Script[]): Promise<ScriptedStreamer> {
    const streamer = await ScriptedStreamer.open(...scripts);
    streamers.push(streamer);
    return streamer;
  }

  /** Listens until it ends by itself. */
  async function hear(scripts: Script[], options: Partial<ListenOptions> = {}): Promise<Heard> {
    const streamer = await open(...scripts);
    const parts: Uint8Array[] = [];
    const states: ListenState[] = [];
    const listener = new StreamListener({
      connect: streamer.connect,
      WebSocket,
      sink: {
        write: (bytes, offset) => {
          assert.equal(offset, (options.offset ?? 0) + parts.reduce((sum, part) => sum + part.length, 0));
          parts.push(bytes);
        },
      },
      onState: (state) => states.push(state),
      ...options,
    });
    const end = await listener.run();
    return { end, bytes: Buffer.concat(parts), states, streamer };
  }

  /** Everything from where the client wants it, and the end. */
  async function rest(peer: Peer): Promise<void> {
    const { offset } = await peer.joined(audio.length);
    peer.audioFrom(offset, audio);
    peer.end(audio.length, hash);
  }

  /** Everything up to `end`, then whatever comes. */
  function upTo(end: number, then: (peer: Peer) => void): Script {
    return async (peer) => {
      const { offset } = await peer.joined(end);
      peer.audioFrom(offset, audio.subarray(0, end));
      then(peer);
    };
  }

  it('hears every byte in order and is finished', async () => {
    const { end, bytes, states } = await hear([rest]);
    assert.deepEqual(end, { status: 'finished', totalBytes: audio.length, withErrors: false });
    assert.ok(bytes.equals(audio));
    assert.deepEqual(
      states.map(({ name }) => name),
      ['connecting', 'receiving', 'finished'],
    );
  });

  it('joins with its ticket, stream and offset', async () => {
    const { end, bytes, streamer } = await hear([rest], { offset: 150_001 });
    assert.equal(end.status, 'finished');
    assert.ok(bytes.equals(audio.subarray(150_001)));
    assert.deepEqual(streamer.peers[0]?.said, [
      { event: 'join_stream', data: { ticket: 'tkt_1', stream_id: 'strm_1', offset: 150_001 } },
    ]);
  });

  it('drops what is repeated', async () => {
    const { bytes, streamer } = await hear([
      async (peer) => {
        await peer.joined(audio.length);
        peer.audio(0, audio.subarray(0, 10_000));
        peer.audio(0, audio.subarray(0, 10_000));
        peer.audio(4_000, audio.subarray(4_000, 20_000));
        peer.audioFrom(20_000, audio);
        peer.end(audio.length, hash);
      },
    ]);
    assert.ok(bytes.equals(audio));
    assert.equal(streamer.peers.length, 1);
  });

  it('takes a gap as a fault and joins again where it is', async () => {
    const { end, bytes, streamer } = await hear([
      async (peer) => {
        await peer.joined(audio.length);
        peer.audio(0, audio.subarray(0, 10_000));
        peer.audio(10_001, audio.subarray(10_001, 20_000));
      },
      rest,
    ]);
    assert.equal(end.status, 'finished');
    assert.ok(bytes.equals(audio));
    assert.deepEqual(streamer.peers[1]?.said[0]?.data['offset'], 10_000);
  });

  it('takes an end before its last byte as a fault too', async () => {
    const { end, bytes } = await hear([upTo(50_000, (peer) => peer.end(audio.length, hash)), rest]);
    assert.equal(end.status, 'finished');
    assert.ok(bytes.equals(audio));
  });

  for (const code of [1000, 1001, 1011, 1012, 1013, 4408]) {
    it(`joins again after ${code}, with a new ticket, where it was`, async () => {
      const { end, bytes, streamer, states } = await hear([upTo(70_000, (peer) => peer.close(code)), rest]);
      assert.equal(end.status, 'finished');
      assert.ok(bytes.equals(audio));
      assert.deepEqual(streamer.peers[1]?.said[0]?.data, {
        ticket: 'tkt_2',
        stream_id: 'strm_1',
        offset: 70_000,
      });
      const waits = states.flatMap((state) => (state.name === 'reconnecting' ? [state.inMs] : []));
      assert.ok(waits.length === 1 && waits[0]! <= 500, String(waits));
    });
  }

  it('joins again after a server that was killed in the middle of a frame', async () => {
    const { end, bytes } = await hear([upTo(70_000, (peer) => peer.drop()), rest]);
    assert.equal(end.status, 'finished');
    assert.ok(bytes.equals(audio));
  });

  for (const code of [1008, 1009, 4400, 4404, 4410]) {
    it(`gives up after ${code} with what the server said, and what came is heard`, async () => {
      const { end, bytes, streamer } = await hear([
        upTo(70_000, (peer) => {
          peer.say('stream_error', { code: 'ASF_WHY', message: 'It is so.', retryable: false });
          peer.close(code);
        }),
      ]);
      assert.deepEqual(end, { status: 'failed', code: 'ASF_WHY', message: 'It is so.' });
      assert.ok(bytes.equals(audio.subarray(0, 70_000)));
      assert.equal(streamer.peers.length, 1);
    });
  }

  it('gets one more ticket after 4401, then gives up', async () => {
    const { end, streamer } = await hear([(peer) => peer.close(4401)]);
    assert.deepEqual(end, {
      status: 'failed',
      code: 'LISTEN_CLOSED_4401',
      message: 'The server closed the stream with 4401.',
    });
    assert.equal(streamer.tickets, 2);
  });

  it('may have one ticket refused at every reconnection', async () => {
    function refused(peer: Peer): void {
      peer.close(4401);
    }
    const { end } = await hear([
      refused,
      upTo(1_000, (peer) => peer.close(1012)),
      refused,
      upTo(2_000, (peer) => peer.close(1012)),
      rest,
    ]);
    assert.equal(end.status, 'finished');
  });

  it('gives up when the gateway refuses a ticket for good, and asks again when it may', async () => {
    const streamer = await open(rest);
    const refusals = [
      new TypeError('fetch failed'),
      new TicketRefused('GATEWAY_AWAY', 'Later.', true),
      undefined,
    ];
    const { end } = await hear([], {
      connect: () => {
        const refusal = refusals.shift();
        return refusal === undefined ? streamer.connect() : Promise.reject(refusal);
      },
    });
    assert.equal(end.status, 'finished');
    const never = new TicketRefused('API_GW_PODCAST_NOT_FOUND', 'There is no episode with this id.', false);
    const refused = await hear([], { connect: () => Promise.reject(never) });
    assert.deepEqual(refused.end, { status: 'failed', code: never.code, message: never.message });
  });

  it('gives up after as many fruitless tries as it is allowed, not counting those that brought something', async () => {
    const { end, streamer } = await hear(
      [upTo(10_000, (peer) => peer.drop()), upTo(20_000, (peer) => peer.drop()), (peer) => peer.drop()],
      { maxTries: 2 },
    );
    assert.equal(end.status === 'failed' && end.code, 'LISTEN_UNREACHABLE');
    assert.equal(streamer.peers.length, 4);
  });

  it('leaves a connection that has fallen silent', async () => {
    const { end, bytes, streamer } = await hear([upTo(70_000, () => undefined), rest], { silenceMs: 150 });
    assert.equal(end.status, 'finished');
    assert.ok(bytes.equals(audio));
    assert.equal(streamer.peers.length, 2);
  });

  it('says that it waits when nothing new comes', async () => {
    const gate = new Gate();
    const seen: string[] = [];
    await hear(
      [
        async (peer) => {
          const { offset } = await peer.joined(0);
          await gate.opened;
          peer.audioFrom(offset, audio);
          peer.end(audio.length, hash);
        },
      ],
      {
        onState: ({ name }) => {
          seen.push(name);
          if (name === 'waiting') gate.open();
        },
      },
    );
    assert.deepEqual(seen, ['connecting', 'waiting', 'receiving', 'finished']);
  });

  it('is not content with audio of another hash or length', async () => {
    const damaged = Buffer.from(audio);
    damaged[77] = (damaged[77] ?? 0) ^ 1;
    const { end } = await hear([
      async (peer) => {
        await peer.joined(audio.length);
        peer.audioFrom(0, damaged);
        peer.end(audio.length, hash);
      },
    ]);
    assert.equal(end.status === 'failed' && end.code, 'LISTEN_DAMAGED');
    const longer = await hear([upTo(70_000, (peer) => peer.end(60_000, hash))]);
    assert.equal(longer.end.status === 'failed' && longer.end.code, 'LISTEN_WRONG_LENGTH');
  });

  it('joins again when it cannot understand what is said', async () => {
    for (const nonsense of ['{', '[]', '{"event":7}', Uint8Array.of(1, 2, 3)]) {
      const { end } = await hear([upTo(10_000, (peer) => peer.send(nonsense)), rest]);
      assert.equal(end.status, 'finished');
    }
    const unknown = await hear([
      async (peer) => {
        await peer.joined(audio.length);
        peer.say('added_later', {});
        peer.audioFrom(0, audio);
        peer.end(audio.length, hash);
      },
    ]);
    assert.equal(unknown.streamer.peers.length, 1);
  });

  it('ends with the error of its sink', async () => {
    const broken = new Error('EPIPE');
    await assert.rejects(hear([rest], { sink: { write: () => Promise.reject(broken) } }), broken);
  });

  it('is stopped while it waits, and lets the connection go', async () => {
    const streamer = await open(upTo(1_000, () => undefined));
    const listener = new StreamListener({ connect: streamer.connect, WebSocket, sink: { write() { return; } } }); // prettier-ignore
    const ended = listener.run();
    await until('it has all there is', () => listener.taken === 1_000);
    listener.stop();
    assert.deepEqual(await ended, { status: 'stopped' });
    await until('the connection is closed', () => !streamer.peers[0]!.isOpen);
  });

  it('acknowledges every 64 KiB, and the rest within a second or so', async () => {
    const streamer = await open(upTo(150_000, () => undefined));
    const listener = new StreamListener({ connect: streamer.connect, WebSocket, sink: { write() { return; } } }); // prettier-ignore
    const ended = listener.run();
    await until('all is acknowledged', () => streamer.peers[0]?.acks.at(-1)?.offset === 150_000, 3_000);
    assert.ok(streamer.peers[0]!.acks.length >= 2, JSON.stringify(streamer.peers[0]!.acks));
    listener.stop();
    await ended;
  });

  it('acknowledges only what a slow sink has taken, and is not too talkative with a fast one', async () => {
    const big = randomBytes(3_000_000);
    const streamer = await open(async (peer) => {
      await peer.joined(big.length);
      peer.audioFrom(0, big);
    });
    let takes = 0;
    const listener = new StreamListener({
      connect: streamer.connect,
      WebSocket,
      sink: {
        async write(_bytes, offset) {
          if (offset < 2_000_000) return;
          takes += 1;
          // The server has said everything long ago.
          await new Promise((resolve) => setTimeout(resolve, 20));
          for (const ack of streamer.peers[0]!.acks) assert.ok(ack.offset <= listener.taken);
        },
      },
    });
    const began = Date.now();
    const ended = listener.run();
    await until('all is taken', () => streamer.peers[0]?.acks.at(-1)?.offset === big.length);
    assert.ok(takes > 10);
    assert.ok(streamer.peers[0]!.acks.length <= 2 + (Date.now() - began) / 50, 'at most 20 a second');
    listener.stop();
    await ended;
  });

  it('asks the server to hold while its sink takes nothing, says so again, and goes on', async () => {
    const gate = new Gate();
    const streamer = await open(async (peer) => {
      await peer.joined(audio.length);
      peer.audioFrom(0, audio);
    });
    const listener = new StreamListener({
      connect: streamer.connect,
      WebSocket,
      sink: { write: (_bytes, offset) => (offset < 32_768 ? undefined : gate.opened) },
      silenceMs: 1_200,
      holdMs: 500,
    });
    const ended = listener.run();
    function acks() {
      return streamer.peers[0]?.acks ?? [];
    }
    await until(
      'it has said hold for longer than a silence may be',
      () => acks().filter(({ hold }) => hold).length === 4,
    );
    assert.deepEqual(acks().at(-1), { offset: 32_768, hold: true });
    gate.open();
    await until('it goes on', () => acks().at(-1)?.offset === audio.length);
    assert.equal(acks().at(-1)?.hold, undefined);
    assert.equal(streamer.peers.length, 1, 'a held connection may be silent');
    listener.stop();
    await ended;
  });

  it('waits after 4408 until its sink has taken what came', async () => {
    const heard: number[] = [];
    let takenAt = 0;
    const streamer = await open(
      upTo(70_000, (peer) => peer.close(4408)),
      rest,
    );
    const listener = new StreamListener({
      connect: streamer.connect,
      WebSocket,
      sink: {
        async write(bytes, offset) {
          // Longer than the longest wait before the first try.
          if (offset === 0) await new Promise((resolve) => setTimeout(resolve, 700));
          heard.push(offset + bytes.length);
          if (heard.at(-1) === 70_000) takenAt = Date.now();
        },
      },
    });
    const ended = listener.run();
    assert.equal((await ended).status, 'finished');
    assert.equal(heard.at(-1), audio.length);
    assert.ok(streamer.times[1]! >= takenAt, 'it came back before it had room');
  });
});
