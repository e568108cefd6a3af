// A finished episode whose objects were lost or damaged: a workflow of one step, started and awaited by the gateway.
import { queues } from './queues.js';

/** What a finished episode consists of in the media store. */
export type EpisodePart = 'audio' | 'transcript' | 'manifest' | 'cover' | 'thumbnail' | 'script' | 'segment';

/** `segment` counts from 0; `reason` is a sentence for people, and holds nobody's words. */
export type LostPart = { part: EpisodePart; reason: string; segment?: number };

export type RepairReport = {
  /** Made again: the same bytes as before. */
  mended: EpisodePart[];
  /** Cannot be made again. */
  lost: LostPart[];
};

export type RepairInput = { podcastId: string };

/** Queue `speech`. */
export interface RepairActivities {
  repairEpisode(input: RepairInput): Promise<RepairReport>;
}

export const repairWorkflowType = 'repairEpisodeWorkflow';

/** Options of `client.workflow.start(repairWorkflowType, ...)`. Whoever asks while a repair runs waits for the same one. */
export function repairStartOptions(podcastId: string): {
  workflowId: string;
  taskQueue: string;
  args: [RepairInput];
  workflowIdReusePolicy: 'ALLOW_DUPLICATE';
  workflowIdConflictPolicy: 'USE_EXISTING';
  workflowExecutionTimeout: '1 hour';
  workflowTaskTimeout: '5 seconds';
} {
  return {
    workflowId: `repair-${podcastId}`,
    taskQueue: queues.main,
    args: [{ podcastId }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    // The next request begins another one.
    workflowExecutionTimeout: '1 hour',
    workflowTaskTimeout: '5 seconds',
  };
}
