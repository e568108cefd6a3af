// Runs a local stack with stand-ins in a process of its own, which a test can kill. Prints one line of JSON when it is ready or has
// failed; SIGTERM stops it. `shared` as second argument: as if its data folder were on a network file system.
import { AethercastError } from '../../../platform/aethercast-error.js';
import { startStandInStack } from '../local-stacks.js';
import { isolatedConfig } from '../test-servers.js';

const progress: string[] = [];
try {
  const [, , data = '', place] = process.argv;
  const stack = await startStandInStack(isolatedConfig(data), {
    isLocal: () => Promise.resolve(place !== 'shared'),
    log: (line) => console.error(line),
    progress: (message) => progress.push(message),
  });
  process.once('SIGTERM', () => void stack.stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ ok: true, pids: stack.pids(), databaseUrl: stack.databaseUrl, progress }));
} catch (error) {
  if (!(error instanceof AethercastError)) throw error;
  console.log(JSON.stringify({ ok: false, code: error.code, message: error.message, progress }));
  process.exit(1);
}
