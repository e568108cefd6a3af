// Process: many listeners of one stream, or of a bare broadcast of the same frames. Told over IPC what to do; answers
// what it measured. Its clock (`Date.now`) is the machine's, so that delays can be taken between processes.
import { WebSocket } from 'ws';

/** What the listeners are asked. `urls` and `joins` go by listener. */
export type ListenOrder = {
  /** A bare listener neither joins nor acknowledges. */
  bare: boolean;
  url: string;
  joins: { stream_id: string; ticket: string }[];
};

export type ListenReport = {
  /** Of every listener and every frame asked for: how long after its time it came. */
  delaysMs: number[];
  messages: number;
  bytes: number;
  /** When the first and the last byte of all came. */
  firstAt: number;
  lastAt: number;
};

type Told =
  | { open: ListenOrder }
  /** Tell when every listener has got so many bytes in all. */
  | { waitFor: number }
  /** `times`: when the bytes from these offsets on were there to be sent. */
  | { report: { offset: number; at: number }[] };

const ackEveryBytes = 64 * 1024;
const ackEveryMs = 1_000;

type Listener = { socket: WebSocket; received: number; acked: number; next: number };

const listeners: Listener[] = [];
/** When frames came, by the offset of their first byte. */
const arrivals = new Map<number, number[]>();
let [messages, bytes, firstAt, lastAt] = [0, 0, 0, 0];
let waiting: number | undefined;
let bare = false;

process.on('message', (told: Told) => {
  void obey(told);
});

async function obey(told: Told): Promise<void> {
  if ('open' in told) await open(told.open);
  else if ('waitFor' in told) {
    waiting = told.waitFor;
    tellWhenThere();
  } else {
    const delaysMs = told.report.flatMap(({ offset, at }) =>
      (arrivals.get(offset) ?? []).map((arrival) => arrival - at),
    );
    const report: ListenReport = { delaysMs, messages, bytes, firstAt, lastAt };
    process.send?.({ report });
    arrivals.clear();
    [messages, bytes] = [0, 0];
  }
}

async function open(order: ListenOrder): Promise<void> {
  bare = order.bare;
  // A hundred at a time, as a crowd comes.
  for (let from = 0; from < order.joins.length; from += 100) {
    await Promise.all(order.joins.slice(from, from + 100).map((join) => openOne(order.url, join)));
  }
  if (!bare) setInterval(acknowledgeAll, ackEveryMs);
  process.send?.({ open: listeners.length });
}

function openOne(url: string, join: { stream_id: string; ticket: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    const listener: Listener = { socket, received: 0, acked: 0, next: 0 };
    listeners.push(listener);
    socket.on('error', reject);
    socket.on('close', (code) => {
      process.stderr.write(`a listener was closed with ${code}\n`);
    });
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) take(listener, data);
      else if (data.includes('start_of_stream')) resolve();
    });
    socket.on('open', () => {
      if (bare) resolve();
      else socket.send(JSON.stringify({ event: 'join_stream', data: join }));
    });
  });
}

function take(listener: Listener, frame: Buffer): void {
  lastAt = Date.now();
  if (messages === 0) firstAt = lastAt;
  const offset = frame.readUIntBE(2, 6);
  const came = arrivals.get(offset) ?? [];
  arrivals.set(offset, came);
  came.push(lastAt);
  if (!bare && offset !== listener.next) process.stderr.write(`a gap at ${offset}\n`);
  const length = frame.length - 8;
  listener.next = offset + length;
  listener.received += length;
  messages += 1;
  bytes += length;
  if (!bare && listener.received - listener.acked >= ackEveryBytes) acknowledge(listener);
  tellWhenThere();
}

function tellWhenThere(): void {
  if (waiting === undefined || bytes < waiting) return;
  waiting = undefined;
  process.send?.({ there: true });
}

function acknowledge(listener: Listener): void {
  listener.acked = listener.received;
  listener.socket.send(JSON.stringify({ event: 'ack', data: { offset: listener.next } }));
}

function acknowledgeAll(): void {
  for (const listener of listeners) if (listener.received > listener.acked) acknowledge(listener);
}
