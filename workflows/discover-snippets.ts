import { CancellationScope, isCancellation } from '@temporalio/workflow';
import { discoveryRecord, record } from './activity-proxies.js';
import { stepIdentity, type DiscoveryEnd, type DiscoveryPlan } from './contract/discovery.js';
import type { FailureDetail } from './contract/failures.js';
import type { RunIdentity } from './contract/podcast.js';
import type { RunInput } from './contract/runs.js';
import { DiscoveryBudget } from './discovery-budget.js';
import { findTopics, type FoundTopics } from './find-topics.js';
import { makeSnippets, type MadeSnippets } from './make-snippets.js';
import { runFailure, toFailureDetail } from './run-failure.js';

/** The snippets themselves are on record. */
export type DiscoveryRunResult = {
  workflowId: string;
  status: DiscoveryEnd['overallStatus'];
  snippets: number;
};

/** The stage that the run has reached, which its end reports. */
type Progress = { stage: 'tda_topic_discovery' | 'snippet_generation' };

/**
 * Topics, and a snippet of each, within the request's budget: what is ready then is the answer, what is late is a
 * fault of it. Ends by recording the run's end, whatever happened; a run recorded as failed then fails in the engine
 * too, which lets its id start again.
 */
export async function discoverSnippets({ run }: RunInput): Promise<DiscoveryRunResult> {
  const progress: Progress = { stage: 'tda_topic_discovery' };
  try {
    const end = await discover(run, progress);
    await CancellationScope.nonCancellable(() => discoveryRecord.closeDiscovery({ run, end }));
    return { workflowId: run.workflowId, status: end.overallStatus, snippets: end.made.length };
  } catch (error) {
    if (isCancellation(error)) {
      await CancellationScope.nonCancellable(() =>
        record.closeRun({ run, end: { overallStatus: 'cancelled', ...progress } }),
      );
      throw error;
    }
    const detail = toFailureDetail(error);
    await CancellationScope.nonCancellable(() =>
      record.closeRun({ run, end: { overallStatus: 'failed', ...progress, ...detail } }),
    );
    throw runFailure(detail, error);
  }
}

async function discover(run: RunIdentity, progress: Progress): Promise<DiscoveryEnd> {
  const began = Date.now();
  const plan = await discoveryRecord.openDiscovery({ run });
  const budget = new DiscoveryBudget(began, plan.budget_ms);
  const steps = stepIdentity(run);
  const found = await findTopics(steps, plan, budget);
  if (found.topicIds.length > 0) progress.stage = 'snippet_generation';
  const snippets = await makeSnippets(steps, found.topicIds, plan.limit, budget);
  const failure = failureOf(plan, found, snippets);
  if (failure !== undefined) throw runFailure(failure, undefined);
  const faults = [...found.faults, ...snippets.faults];
  return {
    overallStatus: faults.length > 0 ? 'completed_with_errors' : 'completed',
    made: snippets.made,
    cut_short: snippets.made.length < Math.min(plan.limit, found.topicIds.length),
    faults,
  };
}

/**
 * None made and faults: failed. But that no source knows a word is an answer, also when another one was down; that
 * all of them were down is none.
 */
function failureOf(
  plan: DiscoveryPlan,
  found: FoundTopics,
  snippets: MadeSnippets,
): FailureDetail | undefined {
  if (snippets.made.length > 0) return undefined;
  if (found.topicIds.length > 0) {
    const [first] = snippets.faults;
    if (snippets.faults.every(({ code }) => code === 'DISCOVERY_LATE'))
      return {
        code: 'DISCOVERY_LATE',
        message: 'Topics were found, but no snippet of them was ready in time.',
      };
    return {
      code: 'SCA_CALL_FAILED_AFTER_RETRIES',
      message: `No snippet could be made. ${first?.message ?? ''}`,
    };
  }
  const [first] = found.faults;
  if (first === undefined || !(plan.expects_topics || found.failed)) return undefined;
  const code = first.code === 'DISCOVERY_LATE' ? first.code : 'TDA_FAILURE';
  // The agent's name says nothing to those who asked.
  const reason = first.feed === 'TDA' ? first.message : `${first.feed}: ${first.message}`;
  return { code, message: `No topics could be found. ${reason}` };
}
