import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { WebSocket } from 'ws';
import { StreamListener, type ListenEnd, type Sink, type Ticket } from '../../web/listen/index.js';

/** What one of many listeners got. */
export type HeardStream = { end: ListenEnd; bytes: number; sha256: string; faults: string[] };

/** Every way in which connections of the crowd were closed, counted by code. */
export type CloseCodes = Map<number, number>;

/** A listener that finds out by itself whether anything is missing or comes twice. */
export async function hearAll(
  connect: () => Promise<Ticket>,
  closes: CloseCodes,
  options: { onBytes?: (offset: number, bytes: number) => void } = {},
): Promise<HeardStream> {
  const hash = createHash('sha256');
  const faults: string[] = [];
  let next = 0;
  const sink: Sink = {
    write(bytes, offset) {
      if (offset !== next) faults.push(`at ${next} came ${offset}`);
      hash.update(bytes);
      next = offset + bytes.length;
      options.onBytes?.(offset, bytes.length);
    },
  };
  const listener = new StreamListener({ connect, WebSocket: countingSocket(closes), sink });
  const end = await listener.run();
  return { end, bytes: next, sha256: hash.digest('hex'), faults };
}

/** Finished, whole, and without a gap or a repetition. */
export function assertHeard(heard: HeardStream, audio: Buffer): void {
  assert.equal(heard.end.status, 'finished', JSON.stringify(heard.end));
  assert.deepEqual(heard.faults, []);
  assert.equal(heard.bytes, audio.length);
  assert.equal(heard.sha256, createHash('sha256').update(audio).digest('hex'));
}

function countingSocket(closes: CloseCodes) {
  return class extends WebSocket {
    constructor(url: string) {
      super(url, { perMessageDeflate: false });
      this.on('close', (code) => closes.set(code, (closes.get(code) ?? 0) + 1));
      // A close follows, which tells.
      this.on('error', () => undefined);
    }
  };
}
