import type { EpisodeState } from '../../db/live/episode-state.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { codeEntry } from '../../platform/error-codes/index.js';

/** Why there is no finished audio, in words for everyone who may listen to the episode. */
export function unfinished({
  podcastId,
  overallStatus,
  errorCode,
}: Pick<EpisodeState, 'podcastId' | 'overallStatus' | 'errorCode'>): AethercastError {
  const reason =
    overallStatus === 'cancelled'
      ? 'The run was cancelled before the episode was finished.'
      : `The run failed before the episode was finished: ${codeEntry(errorCode ?? 'INTERNAL').message}`;
  return new AethercastError('API_GW_AUDIO_NOT_FOUND_DB', {
    message: reason,
    details: { workflow_id: podcastId, overall_status: overallStatus, cause: errorCode },
  });
}
