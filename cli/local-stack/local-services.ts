import { fileURLToPath } from 'node:url';
import type { ServiceSpec } from '../../stack/index.js';

/**
 * glibc raises the size from which a block is given back when it is freed, up to 32 MB, with each that it sees; documents and
 * sound then stay in the process, 100 to 200 MB of them. Fixed, they go back. Other C libraries do not know the variable.
 */
const allocation = { MALLOC_MMAP_THRESHOLD_: '1048576' };

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
