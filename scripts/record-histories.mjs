// Records histories of podcast runs for the replay tests: real runs on a real server, kept as proto3-JSON in
// test/replay/. Run it when the workflow has changed on purpose and its old histories may go (npm run record-histories).
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { AethercastError } from '../dist/platform/aethercast-error.js';
import { Gate } from '../dist/test/support/faults.js';
import { control, ordered } from '../dist/test/support/gateway-http.js';
import { closedInEngine, ended, segmentOf } from '../dist/test/support/runs.js';
import { closeSharedTools } from '../dist/test/support/shared-tools.js';
import { requestOf } from '../dist/test/support/sources.js';
import { stopTestServers } from '../dist/test/support/test-servers.js';
import { until } from '../dist/test/support/until.js';
import { createWorld } from '../dist/test/support/world.js';

const folder = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'test', 'replay');
mkdirSync(folder, { recursive: true });

const world = await createWorld();
try {
  await completed();
  await retried();
  await cancelled();
  await paused();
  await voicePreview();
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

async function voicePreview() {
  const response = await fetch(`${world.url}/api/v1/voices/slt/preview?text=Good%20morning.`);
  if (!response.ok) throw new Error(`the preview was answered with ${response.status}`);
  for await (const { workflowId } of world.temporal.workflow.list({
    query: "WorkflowType='voicePreviewWorkflow'",
  }))
    await keepHistory(workflowId, 'voice-preview-completed');
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
  return key === 'stackTrace' ? '' : value;
}
