import { fileURLToPath } from 'node:url';
import type { ServiceSpec } from '../../stack/index.js';

/**
 * How glibc keeps memory; other C libraries do not know the variables. A block from 128 kB on goes back when it is freed:
 * otherwise the limit rises, up to 32 MB, with each that is seen. And all threads share two arenas: by default there are
 * eight for each core, and each thread of a voice that comes and goes leaves one behind that is full of holes.
 */
const allocation = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' };

/** The processes that a local stack keeps running, in the order in which they are stopped. */
export function localServices(graceSeconds: number): ServiceSpec[] {
  return [
    { name: 'gateway', args: nodeArgs('../../gateway/main.js'), hasInternalListener: true },
    {
      name: 'worker',
      args: nodeArgs('../../workers/main.js'),
      env: allocation,
      // The worker's own grace, and time to disconnect.
      graceMs: (graceSeconds + 20) * 1_000,
    },
    // Last: listeners still hear what the workers finish while they stop.
    { name: 'streamer', args: nodeArgs('../../streamer/main.js'), hasInternalListener: true },
  ];
}

function nodeArgs(program: string): string[] {
  return ['--enable-source-maps', fileURLToPath(new URL(program, import.meta.url))];
}
