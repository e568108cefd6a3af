// Runs suites of tests with mocha, and ends with one plain line over all of them: `N passed, N failed`.
// Usage: node scripts/run-tests.mjs <suite>... [-- <options of mocha>]
// TEST_JOBS: how many files run at a time in the suites that allow it. Default: what each suite says below.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';

/** These measure times, how free the event loop is, or what a budget of two seconds suffices for: nothing runs beside them. */
const timed = [
  'integration/discover-topics',
  'integration/estimate-speed',
  'integration/gateway-runs',
  'integration/image-generation',
  'integration/landing-speed',
  'integration/search-feeds',
  'integration/search-services',
  'integration/stack-start',
  'integration/streamer-notices',
  'unit/normalise-text',
  'unit/normalise-text-languages',
  'unit/pronunciations',
].map(fileOf);

/** These take longest: they begin first, so that the run does not end with one of them alone. */
const longest = [
  'integration/podcast-decisions',
  'integration/command-line',
  'integration/local-stack',
  'integration/deleted-content',
  'integration/podcast-cover',
  'integration/delete-podcast',
  'integration/subscriptions',
  'integration/topic-episode',
  'integration/landing-page',
  'integration/speaking-rate',
  'integration/agent-endpoints',
  'integration/voice-forge',
  'integration/streamer-ui',
  'integration/podcast-parts',
  'integration/listen-command',
].map(fileOf);

const cores = availableParallelism();
/** Most tests of the main suite wait for servers most of the time: one file more than there are cores keeps those busy. */
const mainJobs = Math.min(3, cores + 1);
/** Browsers are busy themselves. */
const browserJobs = Math.min(2, cores);

const suites = {
  /** Everything a fresh machine can run. */
  main: [
    { files: longestFirst(filesIn('integration', 'unit')), jobs: mainJobs },
    { files: timed, jobs: 1 },
  ],
  /** Processes that are killed, and attacks that take long to fend off. */
  faults: [{ files: filesIn('faults'), jobs: 1 }],
  voices: [{ files: filesIn('voices'), jobs: 1 }],
  browser: [{ files: filesIn('browser'), jobs: browserJobs }],
  /** Requests that Schemathesis generates from the OpenAPI documents. */
  api: [{ files: filesIn('contract'), jobs: 1 }],
};

/** What a failed test left open must not keep the other suites from running. */
const patienceMs = 60_000;

const missing = [...timed, ...longest].filter((file) => !existsSync(file));
if (missing.length > 0) throw new Error(`There are no such tests: ${missing.join(', ')}.`);

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
async function run({ files, jobs: usual }) {
  const jobs = usual === 1 ? 1 : Number(process.env.TEST_JOBS ?? usual);
  const parallel = jobs > 1 ? ['--parallel', '--jobs', String(jobs)] : ['--no-parallel'];
  const mocha = path.join(
    path.dirname(createRequire(import.meta.url).resolve('mocha/package.json')),
    'bin/_mocha',
  );
  const child = spawn(process.execPath, ['--enable-source-maps', mocha, ...parallel, ...options, ...files], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  let sum;
  let patience;
  child.on('message', (message) => {
    sum = message;
    patience = setTimeout(() => {
      console.log(
        `mocha has not ended ${patienceMs / 1_000} s after its last test: something was left open.`,
      );
      child.kill('SIGKILL');
    }, patienceMs);
  });
  const code = await new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)));
  clearTimeout(patience);
  if (sum !== undefined && (code === 0 || sum.failed > 0)) return sum;
  console.log(`mocha ended with ${code}`);
  return { passed: 0, skipped: 0, ...sum, failed: 1 };
}

function fileOf(name) {
  return `dist/test/${name}.test.js`;
}

function filesIn(...folders) {
  return folders.flatMap((folder) =>
    readdirSync(`dist/test/${folder}`, { recursive: true })
      .filter((name) => name.endsWith('.test.js'))
      .sort()
      .map((name) => `dist/test/${folder}/${name.replaceAll(path.sep, '/')}`),
  );
}

function longestFirst(files) {
  return [...longest, ...files.filter((file) => !longest.includes(file) && !timed.includes(file))];
}

function argumentsGiven() {
  const given = process.argv.slice(2);
  const end = given.indexOf('--');
  return end === -1 ? [given, []] : [given.slice(0, end), given.slice(end + 1)];
}
