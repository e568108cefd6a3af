// `npm run attack -- kills` (or `restarts`, `containers`): attacks a whole stack on this machine while it makes episodes,
// then holds every episode against an undisturbed one. Prints one JSON report and exits with 1 when a promise was broken.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { attackFromContainers } from './containers.js';
import { attackWithKills } from './kills.js';
import { attackWithRestarts } from './restarts.js';

const attacks = { kills: attackWithKills, restarts: attackWithRestarts, containers: attackFromContainers };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Repeats the attack of an earlier run. */
    seed: { type: 'string' },
    episodes: { type: 'string' },
    /** How many processes are killed, how often PostgreSQL is restarted, or a second stack is started. */
    times: { type: 'string' },
  },
});
const [name] = positionals;
const attack = Object.entries(attacks).find(([known]) => known === name)?.[1];
if (attack === undefined) {
  process.stderr.write(
    `Say which attack: npm run attack -- ${Object.keys(attacks).join('|')} [--seed N] [--episodes N] [--times N]\n`,
  );
  process.exit(2);
}
const report = await attack({
  seed: values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed),
  say: (sentence) => process.stderr.write(`${sentence}\n`),
  ...(values.episodes === undefined ? {} : { episodes: Number(values.episodes) }),
  ...(values.times === undefined ? {} : { times: Number(values.times) }),
});
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
if (report.broken.length > 0) process.exitCode = 1;
