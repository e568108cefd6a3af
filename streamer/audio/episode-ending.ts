import type { EpisodeState } from '../../db/live/episode-state.js';

export type Ending =
  | { kind: 'complete'; status: 'completed' | 'completed_with_errors'; bytes: number; sha256: string }
  | { kind: 'failed'; message: string };

/**
 * How the episode ended; undefined while it is in production. It is complete only when its run has completed (a run may
 * still be cancelled after its file was made) and its byte log has all the bytes of the file.
 */
export function episodeEnding(state: EpisodeState, end: number): Ending | undefined {
  const { overallStatus: status, finished } = state;
  switch (status) {
    case 'pending':
    case 'in_progress':
      return undefined;
    case 'completed':
    case 'completed_with_errors':
      if (finished?.bytes === end) return { kind: 'complete', status, ...finished };
      return { kind: 'failed', message: 'The episode ended without a stream. There may be a file of it.' };
    case 'cancelled':
      return { kind: 'failed', message: 'The episode was cancelled and will not be finished.' };
    case 'failed':
      return { kind: 'failed', message: `The episode failed: ${state.errorMessage ?? state.status}` };
  }
}
