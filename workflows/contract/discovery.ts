// Runs that end in snippets: the landing page, a search, an exploration.
import type { RunIdentity } from './podcast.js';
import type { CraftedSnippet, GivenTopic, SnippetDataObject, SourceFault, TopicQuery } from './topics.js';

/** What was asked for: kept in `workflow_instances.trigger_event_details_json`. */
export type DiscoveryRequest = {
  /** Snippets wanted, 1 to 20. */
  limit: number;
  /** Words, alternatives separated by commas. Absent: what is newest. */
  query?: string;
  /** Only topics of these categories. */
  categories?: string[];
  /** Topics that are not wanted (again). */
  exclude_topic_ids?: string[];
  /** An exploration narrows or widens what it starts from. */
  explore?: { topic_id?: string; keywords?: string[]; depth_mode: DepthMode };
  /** Nothing is waited for longer than this. */
  budget_ms: number;
};

export type DepthMode = 'deeper' | 'broader';

export type DiscoveryResult = {
  workflow_id: string;
  status: 'completed' | 'completed_with_errors';
  snippets: SnippetDataObject[];
  /** There were topics of which no snippet could be made, and none in their place. */
  cut_short: boolean;
  /** Sources that could not be used, and snippets or covers that could not be made. */
  faults: SourceFault[];
};

/** A request made ready: the queries are asked one after the other until there are enough topics. */
export type DiscoveryPlan = {
  limit: number;
  budget_ms: number;
  /** How many there are, on record; an earlier release sent them through the engine. */
  queries: number | TopicQuery[];
  exclude_topic_ids: string[];
  /** Whether there is always something to be found, so that finding nothing is a fault. */
  expects_topics: boolean;
};

/** A snippet as the record knows it, with what has become of its picture. */
export type MadeSnippet = CraftedSnippet & {
  image_url: string | null;
  thumbnail_url: string | null;
};

/** A snippet or picture that could not be made. The record puts the topic's title to it, and the step's own words. */
export type SnippetFault = {
  feed: 'SCA' | 'IGA';
  code: string;
  /** The code's own sentence. */
  message: string;
  topic_id: string;
  /** Activity id of the step that failed. */
  step?: string;
};

export function lateFault(feed: SnippetFault['feed'], topicId: string): SnippetFault {
  return { feed, code: 'DISCOVERY_LATE', message: 'It was not ready in time.', topic_id: topicId };
}

/** How a discovery ended that did not fail. */
export type DiscoveryEnd = {
  overallStatus: DiscoveryResult['status'];
  /** In the order in which they are shown. */
  made: MadeSnippet[];
  cut_short: boolean;
  faults: (SourceFault | SnippetFault)[];
};

/** CPOA: the orchestrator's record of discovery runs. Queue `aethercast`. */
export interface DiscoveryRecordActivities {
  /** Marks the run as in progress and makes its request ready. */
  openDiscovery(input: { run: RunIdentity }): Promise<DiscoveryPlan>;
  /** Snippets of these topics that the run's steps have crafted so far. */
  findCrafted(input: { run: RunIdentity; topic_ids: string[] }): Promise<CraftedSnippet[]>;
  /**
   * Puts the snippets together from what their steps left on record, so that they travel only once, keeps a landing
   * page's set, and records the run's end with its `DiscoveryResult`. Other ends are `closeRun`'s.
   */
  closeDiscovery(input: { run: RunIdentity; end: DiscoveryEnd }): Promise<void>;
}

/** The landing page's timer. Queue `aethercast`. */
export interface RefreshActivities {
  /** Claims the run that renews the set for everybody; undefined when it is over already. */
  claimRefresh(input: { key: string }): Promise<{ run: RunIdentity } | undefined>;
}

export const landingRefreshWorkflowType = 'landingRefreshWorkflow';
export const landingRefreshScheduleId = 'landing-refresh';

/** SCA's task name in the idempotency table; its item is the topic's id. */
export const craftTaskName = 'craft_snippet_task';

/**
 * Steps of a discovery are keyed by the run: clients may use one key for a search and for an exploration, which
 * would else share their steps.
 */
export function stepIdentity(run: RunIdentity): RunIdentity {
  return { ...run, idempotencyKey: run.workflowId };
}

export type SnippetInput = GivenTopic & {
  run: RunIdentity;
  /** A picture that takes longer is done without. */
  picture_budget_ms: number;
};

export function snippetEngineId(run: RunIdentity, topicId: string): string {
  return `snippet-${run.workflowId}-${topicId}`;
}
