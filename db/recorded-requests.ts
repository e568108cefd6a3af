// What runs were asked for, as it was claimed (see `claimRun`). Undefined when the run is unknown, deleted, or of
// another kind.
import type { AgentTaskRequest } from '../workflows/contract/agent-tasks.js';
import type { DiscoveryRequest } from '../workflows/contract/discovery.js';
import type { PodcastRequest } from '../workflows/contract/podcast-request.js';
import type { Database } from './connect.js';
import { discoveryTriggers } from './discovery-runs.js';

export async function findPodcastRequest(
  db: Database,
  workflowId: string,
): Promise<PodcastRequest | undefined> {
  const row = await requestRow(db, workflowId)
    .where('trigger_event_type', '=', 'podcast_generation')
    .$narrowType<{ request: PodcastRequest | null }>()
    .executeTakeFirst();
  return row?.request ?? undefined;
}

export async function findDiscoveryRequest(
  db: Database,
  workflowId: string,
): Promise<DiscoveryRequest | undefined> {
  const row = await requestRow(db, workflowId)
    .where('trigger_event_type', 'in', discoveryTriggers)
    .$narrowType<{ request: DiscoveryRequest | null }>()
    .executeTakeFirst();
  return row?.request ?? undefined;
}

export async function findTaskRequest(
  db: Database,
  workflowId: string,
): Promise<AgentTaskRequest | undefined> {
  const row = await requestRow(db, workflowId)
    .where('trigger_event_type', '=', 'agent_task')
    .$narrowType<{ request: AgentTaskRequest | null }>()
    .executeTakeFirst();
  return row?.request ?? undefined;
}

/** When the episode was first asked for; stays the same over all attempts. */
export async function findStartedAt(db: Database, workflowId: string): Promise<Date> {
  const row = await db
    .selectFrom('workflow_instances')
    .select('start_timestamp')
    .where('workflow_id', '=', workflowId)
    .executeTakeFirstOrThrow();
  return row.start_timestamp;
}

function requestRow(db: Database, workflowId: string) {
  return db
    .selectFrom('workflow_instances')
    .select('trigger_event_details_json as request')
    .where('workflow_id', '=', workflowId);
}
