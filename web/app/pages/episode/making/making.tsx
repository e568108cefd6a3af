import { Icon } from '../../../components/icon';
import { RunControls } from '../../../components/run/run-controls';
import { isUnderWay, lookOf } from '../../../components/run/run-state';
import type { useRunControl } from '../../../components/run/use-run-control';
import type { EpisodeDetail } from '../data/episode-query';
import { LineProgress, progressWords } from './line-progress';
import { StageTimeline } from './stage-timeline';
import { stagesOf } from './stages';

/** How far it is, in one line that opens; of a finished one, how it was made. What went wrong is open from the start. */
export function Making({
  episode,
  control,
}: {
  episode: EpisodeDetail;
  control: ReturnType<typeof useRunControl>;
}) {
  const isLive = isUnderWay(episode.overall_status);
  const isWrong = stagesOf(episode).some(({ state }) => ['failed', 'stopped', 'missing'].includes(state));
  return (
    <section className="episode-making" aria-label="Progress">
      <details className="episode-made" open={isWrong && !isLive}>
        <summary>
          {isLive ? <NowMaking episode={episode} /> : 'How it was made'}
          <Icon name="chevron" />
        </summary>
        <StageTimeline episode={episode} />
      </details>
      {isLive ? <LineProgress episode={episode} /> : null}
      {isLive ? (
        <div className="actions">
          <RunControls stand={episode} control={control} />
        </div>
      ) : null}
    </section>
  );
}

function NowMaking({ episode }: { episode: EpisodeDetail }) {
  const { words, icon } = lookOf(episode);
  return (
    <>
      <Icon name={icon} />
      <span className="episode-now">{words}</span>
      <span className="number quiet">{progressWords(episode)}</span>
    </>
  );
}
