// A task for the threads of activities/threads: does what it is told.
import { AethercastError } from '../../../platform/aethercast-error.js';

export type ThreadTask =
  | { kind: 'say'; what: unknown }
  | { kind: 'refuse' }
  | { kind: 'break' }
  | { kind: 'spin'; ms: number }
  | { kind: 'hoard' }
  /** Answers the process that it runs in. */
  | { kind: 'where' };

export default function perform(task: ThreadTask): unknown {
  switch (task.kind) {
    case 'say':
      return task.what;
    case 'refuse':
      throw new AethercastError('WCHA_UNSUPPORTED_FILE', {
        message: 'Not this one.',
        details: { asked: 1 },
      });
    case 'break':
      throw new TypeError('broken');
    case 'spin': {
      const until = performance.now() + task.ms;
      while (performance.now() < until);
      return undefined;
    }
    case 'hoard': {
      const kept: unknown[] = [];
      for (;;) kept.push(new Array(10_000).fill(kept.length));
    }
    case 'where':
      return process.pid;
  }
}
