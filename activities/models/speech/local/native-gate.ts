// Keeps a thread alive while it is inside the native runtime. A thread that is ended (`worker.terminate()`, an aborted
// piscina task, `process.exit()`) within a call of onnxruntime-node takes the whole process with it: the binding cannot
// hand over its result, throws a Napi::Error that nothing catches, and C++ aborts. So code that ends a thread shuts the
// gate of the thread's task first.
import { setTimeout } from 'node:timers/promises';
import { AethercastError } from '../../../../platform/aethercast-error.js';

/** Shared by the thread that calls and the one that may end it: a single word of `open`, `inside`, `shut` and so on. */
export type NativeGate = SharedArrayBuffer;

const open = 0;
const inside = 1;
/** A call is running, and no further one may begin. */
const closing = 2;
const shut = 3;

/** A call lasts tens to hundreds of milliseconds. */
const pollMs = 5;

/** A sentence takes a second, under load some; a process that exits does not wait longer. */
const maxExitMs = 10_000;

/** Gates that somebody still holds, which everybody does as long as the task runs. */
const alive = new Set<WeakRef<NativeGate>>();
const forgotten = new FinalizationRegistry<WeakRef<NativeGate>>((reference) => alive.delete(reference));
let watchingExit = false;
let current: NativeGate | undefined;

/** In the thread that may end others, for each of their tasks. Node ends all threads when the process exits: seen to. */
export function createNativeGate(): NativeGate {
  const gate = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  if (!watchingExit) process.once('exit', shutAll);
  watchingExit = true;
  const reference = new WeakRef(gate);
  alive.add(reference);
  forgotten.register(gate, reference);
  return gate;
}

/** In the thread, at the start of a task: the native calls that follow pass this gate. */
export function useNativeGate(gate: NativeGate | undefined): void {
  current = gate;
}

/** In the thread: runs one native call. Throws VFA_SYNTHESIS_FAILED when the gate is shut, which only an abort does. */
export async function passNativeGate<Result>(call: () => Promise<Result>): Promise<Result> {
  if (!current) return call();
  const word = new Int32Array(current);
  if (Atomics.compareExchange(word, 0, open, inside) !== open)
    throw new AethercastError('VFA_SYNTHESIS_FAILED', {
      message: 'The line was cancelled before it was spoken.',
    });
  try {
    return await call();
  } finally {
    if (Atomics.compareExchange(word, 0, inside, open) === closing) {
      Atomics.store(word, 0, shut);
      Atomics.notify(word, 0);
    }
  }
}

/** In the thread that ends others: resolves once no native call is running and none can begin. Lasts one sentence. */
export async function shutNativeGate(gate: NativeGate): Promise<void> {
  const word = new Int32Array(gate);
  while (beginToShut(word)) await setTimeout(pollMs);
}

/** The same for the end of the process, which cannot await: blocks, but not for ever. */
function shutNativeGateNow(gate: NativeGate): void {
  const word = new Int32Array(gate);
  if (beginToShut(word)) Atomics.wait(word, 0, closing, maxExitMs);
}

function shutAll(): void {
  const gates = [...alive].flatMap((reference) => reference.deref() ?? []);
  // All are shut before the first is waited for, so that no thread begins another sentence meanwhile.
  for (const gate of gates) beginToShut(new Int32Array(gate));
  gates.forEach(shutNativeGateNow);
}

/** True when a call is running that has to be waited for. */
function beginToShut(word: Int32Array): boolean {
  if (Atomics.compareExchange(word, 0, open, shut) === open) return false;
  Atomics.compareExchange(word, 0, inside, closing);
  return Atomics.load(word, 0) === closing;
}
