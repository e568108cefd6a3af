import { localOwnerId, type Database } from '../../db/connect.js';
import { findCraftedSnippets, keepPlannedQueries, savePictures } from '../../db/discovery-runs.js';
import { keepLandingSet, landingSetName } from '../../db/landing-pages.js';
import { findDiscoveryRequest } from '../../db/recorded-requests.js';
import { claimRun, closeRun, recordStage } from '../../db/runs.js';
import { findStepMessage } from '../../db/step-errors.js';
import { findTopic } from '../../db/topics.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Logger } from '../../platform/log.js';
import { fingerprintOf, workflowIdFor } from '../../platform/run-ids.js';
import {
  craftTaskName,
  stepIdentity,
  type DiscoveryEnd,
  type DiscoveryRecordActivities,
  type DiscoveryRequest,
  type DiscoveryResult,
  type RefreshActivities,
  type SnippetFault,
} from '../../workflows/contract/discovery.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import { discoveryTaskNames, triggerTypes } from '../../workflows/contract/runs.js';
import type { SnippetDataObject, SourceFault } from '../../workflows/contract/topics.js';
import { guardedWrite } from '../steps/guarded-write.js';
import { planDiscovery } from './plan-discovery.js';

/** CPOA's record of runs that end in snippets. Idempotent by themselves: a repeated write changes nothing. */
export function createDiscoveryActivities({
  db,
  log,
}: {
  db: Database;
  log: Logger;
}): DiscoveryRecordActivities & RefreshActivities {
  return {
    openDiscovery: ({ run }) =>
      guardedWrite(log, async () => {
        const opened = await recordStage(db, run.workflowId, run.runNumber, {
          status: 'in_progress',
          stage: 'tda_topic_discovery',
          message: 'Looking for topics.',
        });
        if (!opened) throw new AethercastError('RUN_OVER');
        const { queries, ...plan } = await planDiscovery(db, await readRequest(db, run));
        await keepPlannedQueries(db, run.workflowId, queries);
        return { ...plan, queries: queries.length };
      }),
    findCrafted: ({ run, topic_ids }) =>
      guardedWrite(log, async () =>
        [...(await readCrafted(db, run, topic_ids)).values()].map(({ topic_id, snippet_id }) => ({
          topic_id,
          snippet_id,
        })),
      ),
    closeDiscovery: ({ run, end }) =>
      guardedWrite(log, async () => {
        const snippets = await madeSnippets(db, run, end);
        await savePictures(
          db,
          end.made.flatMap(({ snippet_id: snippetId, image_url: imageUrl }) =>
            imageUrl === null ? [] : [{ snippetId, imageUrl }],
          ),
        );
        await keepIfLanding(db, run, end, snippets);
        const result: DiscoveryResult = {
          workflow_id: run.workflowId,
          status: end.overallStatus,
          snippets,
          cut_short: end.cut_short,
          faults: await Promise.all(end.faults.map((fault) => toSourceFault(db, run, fault))),
        };
        await closeRun(db, run.workflowId, run.runNumber, {
          overallStatus: end.overallStatus,
          status: end.overallStatus,
          stage: 'finalization',
          message: `${snippets.length} snippets are ready.`,
          result,
        });
      }),
    claimRefresh: ({ key }) => guardedWrite(log, () => claimRefresh(db, key)),
  };
}

/** Puts to a fault what the engine was not told: the topic's title and the failed step's own words. */
async function toSourceFault(
  db: Database,
  { workflowId }: RunIdentity,
  fault: SourceFault | SnippetFault,
): Promise<SourceFault> {
  if (!('topic_id' in fault)) return fault;
  const { feed, code, step } = fault;
  const topic = await findTopic(db, fault.topic_id);
  const what = `The ${feed === 'IGA' ? 'picture' : 'snippet'} of "${topic?.title_suggestion ?? fault.topic_id}"`;
  if (code === 'DISCOVERY_LATE') return { feed, code, message: `${what} was not ready in time.` };
  const said = step === undefined ? undefined : await findStepMessage(db, workflowId, step, code);
  return { feed, code, message: `${what}: ${said ?? fault.message}` };
}

async function readRequest(db: Database, run: RunIdentity): Promise<DiscoveryRequest> {
  const request = await findDiscoveryRequest(db, run.workflowId);
  if (request === undefined) {
    throw new AethercastError('INTERNAL', { message: 'The request of this run is no longer on record.' });
  }
  return request;
}

/** From the steps that crafted them, in the order of the end. */
async function madeSnippets(db: Database, run: RunIdentity, end: DiscoveryEnd): Promise<SnippetDataObject[]> {
  const topicIds = end.made.map(({ topic_id }) => topic_id);
  const crafted = await readCrafted(db, run, topicIds);
  return end.made.map(({ topic_id, image_url, thumbnail_url }) => {
    const snippet = crafted.get(topic_id);
    if (snippet === undefined) throw new Error(`the snippet of topic ${topic_id} is not on record`);
    return { ...snippet, image_url, thumbnail_url };
  });
}

/** What the completed steps of a run have made of topics, by the topics' ids. */
async function readCrafted(
  db: Database,
  run: RunIdentity,
  topicIds: readonly string[],
): Promise<Map<string, SnippetDataObject>> {
  const { idempotencyKey } = stepIdentity(run);
  const keys = topicIds.map((topicId) => [idempotencyKey, craftTaskName, topicId].join(':'));
  const snippets = await findCraftedSnippets(db, run.ownerId, craftTaskName, keys);
  return new Map(snippets.map((snippet) => [snippet.topic_id, snippet]));
}

/** A page that somebody leafed to is no landing page's first one. */
async function keepIfLanding(
  db: Database,
  run: RunIdentity,
  end: DiscoveryEnd,
  snippets: SnippetDataObject[],
): Promise<void> {
  const request = await readRequest(db, run);
  const isFirstPage = (request.exclude_topic_ids ?? []).length === 0;
  if (request.query !== undefined || request.explore !== undefined || !isFirstPage) return;
  await keepLandingSet(db, landingSetName(request.categories), {
    workflowId: run.workflowId,
    snippets,
    wanted: request.limit,
    cutShort: end.cut_short,
    whole: end.overallStatus === 'completed',
  });
}

/** As many as a page may show, so that every page is answered from one set. Nobody waits for it. */
const refreshRequest: DiscoveryRequest = { limit: 20, budget_ms: 60_000 };

async function claimRefresh(db: Database, key: string): Promise<{ run: RunIdentity } | undefined> {
  const ownerId = localOwnerId;
  const taskName = discoveryTaskNames.landing;
  const workflowId = workflowIdFor(ownerId, taskName, key);
  const claim = await claimRun(db, {
    ownerId,
    taskName,
    key,
    fingerprint: fingerprintOf(refreshRequest),
    workflowId,
    triggerType: triggerTypes.landing,
    details: refreshRequest,
  });
  const isOpen = claim.overallStatus === 'pending' || claim.overallStatus === 'in_progress';
  return isOpen
    ? { run: { workflowId, ownerId, idempotencyKey: key, runNumber: claim.runNumber } }
    : undefined;
}
