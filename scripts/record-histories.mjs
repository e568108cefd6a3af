// Records histories of runs for the replay tests: real runs on a real server, kept as proto3-JSON in
// test/replay/. Run it when the workflow has changed on purpose and its old histories may go: npm run record-histories, with
// names of those below for some of them alone.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { findFinishedEpisode } from '../dist/db/finished-episodes.js';
import { AethercastError } from '../dist/platform/aethercast-error.js';
import { Gate } from '../dist/test/support/faults.js';
import { openAgentEndpoints } from '../dist/test/support/agent-endpoints.js';
import { control, ordered, send } from '../dist/test/support/gateway-http.js';
import { closedInEngine, ended, segmentOf } from '../dist/test/support/runs.js';
import { closeSharedTools } from '../dist/test/support/shared-tools.js';
import { requestOf } from '../dist/test/support/sources.js';
import { stopTestServers } from '../dist/test/support/test-servers.js';
import { until } from '../dist/test/support/until.js';
import { createNewsroomWorld } from '../dist/test/support/world.js';
import { explore, page, search, searched } from '../dist/test/support/snippets.js';
import { ensureSchedule } from '../dist/workers/ensure-schedule.js';
import { schedules } from '../dist/workers/schedules.js';
import { digestWorkflowType } from '../dist/workflows/contract/mails.js';
import { queues } from '../dist/workflows/contract/queues.js';
import { landingRefreshScheduleId } from '../dist/workflows/contract/discovery.js';

const folder = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'test', 'replay');
mkdirSync(folder, { recursive: true });

const recordings = {
  completed,
  retried,
  cancelled,
  paused,
  coverless,
  unwritten,
  repaired,
  voicePreview,
  sourcePreview,
  discoveries,
  failedSearch,
  cancelledSearch,
  refreshed,
  agentTasks,
  mails,
};
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => recordings[name] === undefined);
if (unknown.length > 0)
  throw new Error(`Unknown: ${unknown.join(', ')}. There are ${Object.keys(recordings).join(', ')}.`);

const world = await createNewsroomWorld();
try {
  for (const [name, record] of Object.entries(recordings)) {
    if (asked.length === 0 || asked.includes(name)) await record();
  }
} finally {
  world.mend();
  await world.close();
  await closeSharedTools();
  await stopTestServers();
}

async function completed() {
  const id = await ordered(world, requestOf('Completed'));
  await ended(world, id);
  await keep(id, 'podcast-completed');
}

/** Fails in its third segment; the second run completes. */
async function retried() {
  world.faults.forge = (at) => {
    if (segmentOf(at) === 2) throw new AethercastError('VFA_SEGMENT_SILENT');
  };
  const id = await ordered(world, requestOf('Retried'));
  await ended(world, id);
  await keep(id, 'podcast-retried-1');
  world.mend();
  await control(world, id, 'retry');
  await ended(world, id, 2);
  await keep(id, 'podcast-retried-2');
}

async function cancelled() {
  const { id } = await stopped('Cancelled');
  await control(world, id, 'cancel');
  await ended(world, id);
  await keep(id, 'podcast-cancelled');
  world.mend();
}

async function paused() {
  const { id, gate } = await stopped('Paused');
  await control(world, id, 'pause');
  gate.open();
  await control(world, id, 'resume');
  await ended(world, id);
  await keep(id, 'podcast-paused');
  world.mend();
}

async function coverless() {
  world.faults.draw = () => {
    throw new AethercastError('IGA_BAD_REQUEST_PROMPT_MISSING');
  };
  const id = await ordered(world, requestOf('Coverless'));
  await ended(world, id);
  await keep(id, 'podcast-coverless');
  world.mend();
}

/** The second part of the script fails while the opening is being voiced. */
async function unwritten() {
  const gate = new Gate();
  world.faults.forge = (at) => (segmentOf(at) === 1 ? gate.pass(at) : undefined);
  world.faults.write = async (at, part) => {
    if (at.activityId === 'pswa:0') return part;
    await until('a voice speaks', () => gate.waiting.length > 0);
    throw new AethercastError('LLM_PROCESSING_ERROR');
  };
  const id = await ordered(world, requestOf('Unwritten'));
  await ended(world, id);
  await keep(id, 'podcast-unwritten');
  world.mend();
}

/** The finished file is lost, and asked for. */
async function repaired() {
  const id = await ordered(world, requestOf('Repaired'));
  await ended(world, id);
  const audio = `${world.url}/api/v1/podcasts/${id}/audio.mp3`;
  const { audioUri } = await findFinishedEpisode(world.db, id);
  await world.media.delete(audioUri);
  await until('it is made again', async () => (await fetch(audio)).ok, 60_000);
  await keepRun(`repair-${id}`, 'repair-completed');
}

/** A landing page and one of its snippets, a search of which one picture fails, an exploration with two queries. */
async function discoveries() {
  const landing = await page(world, '?limit=3', { key: 'landing' });
  await keepRun(`landing-${landing.workflow_id}`, 'landing-completed');
  await keepRun(`snippet-${landing.workflow_id}-${landing.snippets[0].topic_id}`, 'snippet-completed');
  world.faults.draw = () => {
    throw new AethercastError('IGA_BAD_REQUEST_PROMPT_MISSING');
  };
  const found = await searched(world, 'childhood, gliding');
  await keepRun(`search-${found.workflow_id}`, 'search-with-errors');
  const [bare] = found.search_results.filter(({ image_url }) => image_url === null);
  await keepRun(`snippet-${found.workflow_id}-${bare.topic_id}`, 'snippet-without-picture');
  world.mend();
  const { body } = await explore(world, { current_topic_id: found.search_results[0].topic_id });
  await keepRun(`explore-${body.workflow_id}`, 'explore-completed');
}

async function failedSearch() {
  world.faults.craft = () => {
    throw new AethercastError('SCA_INSUFFICIENT_CONTENT');
  };
  const { body } = await search(world, 'eclipse');
  await keepRun(`search-${body.workflow_id}`, 'search-failed');
  world.mend();
}

async function cancelledSearch() {
  const gate = new Gate();
  world.faults.search = () => gate.pass({ run: '', activityId: '', attempt: 1 }, { stubborn: true });
  const answer = search(world, 'eclipse', { key: 'cancelled' });
  await until('the search waits', () => gate.waiting.length === 1);
  for await (const { workflowId } of world.temporal.workflow.list({
    query: "WorkflowType='searchWorkflow' AND ExecutionStatus='Running'",
  }))
    await world.temporal.workflow.getHandle(workflowId).cancel();
  const { body } = await answer;
  gate.open();
  await keepRun(`search-${body.workflow_id}`, 'search-cancelled');
  world.mend();
}

async function refreshed() {
  const [, landing] = schedules({ DIGEST_INTERVAL_HOURS: 0, DISCOVERY_REFRESH_MINUTES: 60 });
  await ensureSchedule(world.temporal, landing);
  await world.temporal.schedule.getHandle(landingRefreshScheduleId).trigger();
  await until('the refresh runs', async () => (await idsOf('landingRefreshWorkflow')).length === 1);
  const [workflowId] = await idsOf('landingRefreshWorkflow');
  await keepRun(workflowId, 'landing-refresh-completed');
}

async function agentTasks() {
  const endpoints = await openAgentEndpoints(world);
  const drawn = await endpoints.done('/generate_image', 'drawn', { prompt: 'A lighthouse' });
  await keepRun(`task-${drawn.body.task_id}`, 'task-completed');
  world.faults.draw = () => {
    throw new AethercastError('IGA_BAD_REQUEST_PROMPT_MISSING');
  };
  const failed = await endpoints.done('/generate_image', 'failed', { prompt: 'A lighthouse at night' });
  await keepRun(`task-${failed.body.task_id}`, 'task-failed');
  world.mend();
}

/** The mail that asks for confirmation, and a digest that nobody is to get yet. */
async function mails() {
  await send(world, '/api/v1/subscribe', { body: { email: 'ada@example.org' } });
  await until('the mail is on its way', async () => (await idsOf('mailWorkflow')).length === 1);
  await keepRun((await idsOf('mailWorkflow'))[0], 'mail-sent');
  await world.temporal.workflow.start(digestWorkflowType, {
    workflowId: 'digest-recorded',
    taskQueue: queues.main,
  });
  await keepRun('digest-recorded', 'digest-completed');
}

async function idsOf(type) {
  const found = [];
  for await (const { workflowId } of world.temporal.workflow.list({ query: `WorkflowType='${type}'` }))
    found.push(workflowId);
  return found;
}

/** Once the engine has closed it. */
async function keepRun(workflowId, name) {
  const handle = world.temporal.workflow.getHandle(workflowId);
  await until(
    'the engine closes the run',
    async () => (await handle.describe()).status.name !== 'RUNNING',
    60_000,
  );
  await keepHistory(workflowId, name);
}

async function voicePreview() {
  const response = await fetch(`${world.url}/api/v1/voices/slt/preview?text=Good%20morning.`);
  if (!response.ok) throw new Error(`the preview was answered with ${response.status}`);
  const [workflowId] = await idsOf('voicePreviewWorkflow');
  await keepHistory(workflowId, 'voice-preview-completed');
}

async function sourcePreview() {
  const response = await fetch(`${world.url}/api/v1/sources/preview`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: 'The mill was built in 1780 by two brothers.' }),
  });
  if (!response.ok) throw new Error(`the preview was answered with ${response.status}`);
  const [workflowId] = await idsOf('sourcePreviewWorkflow');
  await keepHistory(workflowId, 'source-preview-completed');
}

/** A run whose segments wait from the third on. */
async function stopped(topic) {
  const gate = new Gate();
  world.faults.forge = (at) => (segmentOf(at) >= 2 ? gate.pass(at) : undefined);
  const id = await ordered(world, requestOf(topic));
  await until('segments wait', () => gate.waiting.length >= 2);
  return { id, gate };
}

/** The latest run of the workflow, once the engine has closed it. */
async function keep(id, name) {
  await closedInEngine(world, id);
  await keepHistory(`podcast-${id}`, name);
}

async function keepHistory(workflowId, name) {
  const handle = world.temporal.workflow.getHandle(workflowId);
  const history = JSON.parse(historyToJSON(await handle.fetchHistory()), withoutMachine);
  const kept = { workflowId: handle.workflowId, history };
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(kept)}\n`);
  console.log(`${name}: ${history.events.length} events`);
}

/** On which machine a history was made is nothing that a replay needs or a repository should tell. */
function withoutMachine(key, value) {
  if (key === 'identity') return 'worker';
  // A worker's sticky queue is called after its process and host.
  if (key === 'name' && /^\d+@/.test(value)) return 'sticky';
  return key === 'stackTrace' ? '' : value;
}
