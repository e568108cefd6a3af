import { isUnderWay } from '../../../components/run/run-state';
import type { EpisodeDetail } from '../data/episode-query';
import { LineProgress } from './line-progress';
import { StageTimeline } from './stage-timeline';

/** How far it is; of a finished one, how it was made, for who wants to know. */
export function Making({ episode }: { episode: EpisodeDetail }) {
  if (episode.overall_status.startsWith('completed')) {
    return (
      <details className="episode-made">
        <summary>How it was made</summary>
        <StageTimeline episode={episode} />
      </details>
    );
  }
  return (
    <section className="card episode-making" aria-label="Progress">
      <StageTimeline episode={episode} />
      {isUnderWay(episode.overall_status) ? <LineProgress episode={episode} /> : null}
    </section>
  );
}
