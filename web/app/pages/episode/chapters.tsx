import { clock } from '../../parts/format';
import { Icon } from '../../parts/icon';
import { Loading } from '../../parts/loading';
import { ProblemNotice } from '../../parts/problem-notice';
import { sectionTitle } from './section-title';
import { useChapters } from './use-chapters';
import type { EpisodeDetail } from './use-episode';

/** The sections with their beginnings; each plays from there. */
export function Chapters({
  episode,
  onPlay,
}: {
  episode: EpisodeDetail;
  onPlay: (atMs: number) => void;
}) {
  const chapters = useChapters(episode);
  if (episode.chapters_url === null) return null;
  return (
    <section className="episode-chapters" aria-labelledby="episode-chapters">
      <h2 id="episode-chapters">Chapters</h2>
      {chapters.isPending ? <Loading what="the chapters" /> : null}
      {chapters.isError ? (
        <ProblemNotice
          error={chapters.error}
          title="The chapters cannot be shown."
          onRetry={() => void chapters.refetch()}
        />
      ) : null}
      <ol>
        {chapters.data?.chapters.map(({ startTime, endTime, title }) => (
          <li key={startTime}>
            <button type="button" className="episode-chapter" onClick={() => onPlay(startTime * 1_000)}>
              <Icon name="play" />
              <span className="hidden">Play from</span>
              <span className="number">{clock(startTime * 1_000)}</span>
              <span className="episode-chapter-title">{sectionTitle(title)}</span>
              <span className="small quiet number">{clock((endTime - startTime) * 1_000)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
