// Runs suites of tests with mocha, and ends with one plain line over all of them: `N passed, N failed`.
// Usage: node scripts/run-tests.mjs <suite>... [-- <options of mocha>]
// TEST_JOBS: how many files run at a time in the suites that allow it. Default: 2, or 1 on a single core.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';

/** These measure times, or how free the event loop is: nothing runs beside them. */
const timed = [
  'integration/database-hung',
  'integration/gateway-estimate',
  'integration/gateway-runs',
  'integration/hostile-texts',
  'integration/image-generation',
  'integration/landing-speed',
  'integration/stack-start',
  'integration/streamer-notices',
  'unit/linear-text',
  'unit/normalise-text',
  'unit/normalise-text-languages',
  'unit/pronunciations',
].map((name) => `dist/test/${name}.test.js`);

const suites = {
  /** Everything a fresh machine can run. */
  main: [{ files: [all('unit'), all('integration')], except: timed, inParallel: true }, { files: timed }],
  faults: [{ files: [all('faults')] }],
  voices: [{ files: [all('voices')] }],
  browser: [{ files: [all('browser')], inParallel: true }],
  /** Requests that Schemathesis generates from the OpenAPI documents. */
  api: [{ files: [all('contract')] }],
};

const missing = timed.filter((file) => !existsSync(file));
if (missing.length > 0) throw new Error(`There are no such tests: ${missing.join(', ')}.`);

const jobs = Number(process.env.TEST_JOBS ?? Math.min(2, availableParallelism()));
const [names, options] = argumentsGiven();
const sums = [];
for (const name of names) {
  if (suites[name] === undefined)
    throw new Error(`There is no suite "${name}": ${Object.keys(suites).join(', ')}.`);
  for (const part of suites[name]) sums.push(await run(part));
}
const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((what) =>
  sums.reduce((sum, each) => sum + each[what], 0),
);
if (sums.length > 1)
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

/** Answers the sum; mocha itself failing counts as one failed test. */
async function run({ files, except = [], inParallel = false }) {
  const parallel = inParallel && jobs > 1 ? ['--parallel', '--jobs', String(jobs)] : ['--no-parallel'];
  const mocha = path.join(
    path.dirname(createRequire(import.meta.url).resolve('mocha/package.json')),
    'bin/_mocha',
  );
  const child = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      mocha,
      ...parallel,
      ...except.flatMap((file) => ['--ignore', file]),
      ...options,
      ...files,
    ],
    { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  );
  let sum;
  child.on('message', (message) => (sum = message));
  const code = await new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)));
  if (sum !== undefined && (code === 0 || sum.failed > 0)) return sum;
  console.log(`mocha ended with ${code}`);
  return { passed: 0, skipped: 0, ...sum, failed: 1 };
}

function all(folder) {
  return `dist/test/${folder}/**/*.test.js`;
}

function argumentsGiven() {
  const given = process.argv.slice(2);
  const end = given.indexOf('--');
  return end === -1 ? [given, []] : [given.slice(0, end), given.slice(end + 1)];
}
