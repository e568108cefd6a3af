import { WorkflowFailedError } from '@temporalio/client';
import type { PodcastRecord } from '../../db/podcasts.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { askForRepair } from './ask-for-repair.js';

/** A tag is written in a moment, but the whole episode is read before. */
const patienceMs = 5_000;

/**
 * Has a worker give the finished file the title of the record, where it has another one. True: the record has changed. A file
 * that cannot be written now has its former title until it is asked for again.
 */
export async function followTitle(
  deps: Pick<GatewayDeps, 'temporal' | 'log'>,
  { podcastId, isFileBehind }: Pick<PodcastRecord, 'podcastId' | 'isFileBehind'>,
): Promise<boolean> {
  if (!isFileBehind) return false;
  try {
    return (await askForRepair(deps, podcastId, patienceMs)) !== undefined;
  } catch (error) {
    const isAway = error instanceof AethercastError && error.code === 'ENGINE_UNAVAILABLE';
    if (!isAway && !(error instanceof WorkflowFailedError)) throw error;
    deps.log.warn({ err: error, workflow_id: podcastId }, 'the file keeps its former title for now');
    return false;
  }
}
