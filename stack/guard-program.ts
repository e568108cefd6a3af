// Waits for the end of the supervisor that started it, and then stops what that left running. See guard-process.ts.
import { stopLeftovers } from './leftovers.js';

const [, , run = ''] = process.argv;

async function stopAll(): Promise<void> {
  await stopLeftovers({ run }, (line) => process.stderr.write(`${line}\n`));
  process.exit(0);
}

process.once('SIGTERM', () => process.exit(0));
// Nobody reads what it says any more.
process.stderr.on('error', () => undefined);
if (process.connected) process.once('disconnect', () => void stopAll());
else void stopAll();
