import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { toProblem } from '../../../api/api-problem';
import { restPollMs } from '../../../api/rest-poll-ms';
import { isUnderWay } from '../../../components/run/run-state';
import { episodeQuery, type EpisodeDetail } from './episode-query';
import { useEpisodeUpdates } from './use-episode-updates';

/** The stream's events are faster. Polling covers pages that cannot join it, covers, and cancellations elsewhere. */
const pollMs = 2_000;

/** The episode, kept up to date while the page is open: often while it is being made, seldom afterwards. */
export function useEpisode(id: string) {
  // Starts the request while the page renders, not after it was painted.
  usePrefetchQuery(episodeQuery(id));
  const episode = useQuery({
    ...episodeQuery(id),
    refetchInterval({ state }) {
      if (state.status === 'error') return toProblem(state.error).retryable ? pollMs : false;
      return state.data !== undefined && isUnderWay(state.data.overall_status) ? pollMs : restPollMs;
    },
  });
  useEpisodeUpdates(id, episode.data !== undefined && mayGoOn(episode.data.overall_status));
  return episode;
}

/** What failed or was cancelled may be retried elsewhere at any time. */
function mayGoOn(overall: EpisodeDetail['overall_status']): boolean {
  return !overall.startsWith('completed');
}
