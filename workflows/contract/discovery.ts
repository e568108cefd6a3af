// Runs that end in snippets: the landing page, a search, an exploration.
import type { RunIdentity } from './podcast.js';
import type { SnippetDataObject, SourceFault } from './topics.js';

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
  explore?: { topic_id?: string; keywords?: string[]; depth_mode: 'deeper' | 'broader' };
  /** Nothing is waited for longer than this. */
  budget_ms: number;
};

export type DiscoveryResult = {
  workflow_id: string;
  status: 'completed' | 'completed_with_errors';
  snippets: SnippetDataObject[];
  /** Sources that could not be used, and snippets or covers that could not be made. */
  faults: SourceFault[];
};

/** CPOA: the orchestrator's record of discovery runs. Queue `aethercast`. */
export interface DiscoveryRecordActivities {
  /** Marks the run as in progress and answers what was asked for. */
  openDiscovery(input: { run: RunIdentity }): Promise<DiscoveryRequest>;
}
