// `npm run bench`: prints one JSON document of ratios taken in one run; progress goes to standard error. Machines are
// noisy, so it never fails on a figure. `npm run bench -- start` (or `episodes`, `stack`, `first-audio`, `stream`, `voices`, `web-app`)
// takes that part only.
import { availableParallelism } from 'node:os';
import { startBenchServers } from './bench-servers.js';
import { measureEpisodes } from './measure-episodes.js';
import { measureFirstAudio } from './measure-first-audio.js';
import { measureStack } from './measure-stack.js';
import { measureStart } from './measure-start.js';
import { measureStream } from './measure-stream.js';
import { measureVoices } from './measure-voices.js';

const asked = process.argv.slice(2);
const report: Record<string, unknown> = { cores: availableParallelism(), node: process.version };

function wants(part: string): boolean {
  return asked.length === 0 || asked.includes(part);
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

if (wants('start') || wants('episodes')) {
  say('Starting PostgreSQL, Temporal and the gateway.');
  const servers = await startBenchServers();
  try {
    if (wants('start')) {
      say('Requests against bare starts.');
      report['start'] = await measureStart(servers);
    }
    if (wants('episodes')) {
      say('Episodes with zero-cost agents against no-op activities.');
      await servers.startWorkers();
      report['episodes'] = await measureEpisodes(servers);
    }
  } finally {
    await servers.stop();
  }
}
if (wants('stack')) Object.assign(report, await measureStack(say));
if (wants('first-audio')) report['first_audio'] = await measureFirstAudio(say);
if (wants('stream')) report['stream'] = await measureStream(say);
if (wants('voices')) report['voices'] = await measureVoices(say);
if (wants('web-app')) {
  // Only now: it starts the Temporal runtime of the tests' world in this process.
  const { measureWebApp } = await import('./measure-web-app.js');
  report['web_app'] = await measureWebApp(say);
}
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
