/** Smaller ones are not counted one by one: the garbage collector and the heap's own limit see to them. */
const smallestCounted = 64 * 1024;

/** How often buffers are counted while the thread waits for something, ms: streams make them without asking us. */
const everyMs = 100;

type MadeByLength = new (...given: unknown[]) => { byteLength: number };
const makers = [
  'ArrayBuffer',
  'Uint8Array',
  'Uint8ClampedArray',
  'Uint16Array',
  'Int32Array',
  'Float32Array',
];

/**
 * Holds this thread to so many bytes of buffers. V8 limits the heap of a thread, but not what lies outside of it, and
 * nobody outside can ask a busy thread on Node 20 (`worker.getHeapStatistics` came with 22.16). So whoever makes a
 * large buffer here is counted before it is made: a document that unpacks to gigabytes does so in one long call.
 *
 * @param whenExceeded must end the thread
 */
export function boundBuffers(maxBytes: number, whenExceeded: () => never): { resume(): void; pause(): void } {
  function check(more: number): void {
    if (more >= smallestCounted && process.memoryUsage().arrayBuffers + more > maxBytes) whenExceeded();
  }
  const scope = globalThis as unknown as Record<string, MadeByLength & { BYTES_PER_ELEMENT?: number }>;
  for (const name of makers) {
    const maker = scope[name];
    if (maker === undefined) continue;
    scope[name] = new Proxy(maker, {
      construct(target, given: unknown[], newTarget): object {
        check(bytesOf(given[0], target.BYTES_PER_ELEMENT ?? 1));
        return Reflect.construct(target, given, newTarget === scope[name] ? target : newTarget) as object;
      },
    });
  }
  let timer: NodeJS.Timeout | undefined;
  return {
    resume() {
      timer = setInterval(() => check(smallestCounted), everyMs).unref();
    },
    pause() {
      clearInterval(timer);
    },
  };
}

/** What a constructor is given: a length, or something to be copied. A view of a buffer makes nothing. */
function bytesOf(given: unknown, bytesPerElement: number): number {
  if (typeof given === 'number') return given * bytesPerElement;
  if (ArrayBuffer.isView(given)) return given.byteLength;
  if (Array.isArray(given)) return given.length * bytesPerElement;
  return 0;
}
