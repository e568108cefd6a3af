import { Icon, type IconName } from '../../../components/icon';
import { useNow } from '../../../components/use-now';
import type { EpisodeDetail } from '../data/episode-query';
import { took } from '../../../components/took';
import { stageWords, stateWords } from './stage-words';
import { stagesOf, type Stage, type StageState } from './stages';

const icons: Record<StageState, IconName> = {
  waiting: 'chevron',
  partial: 'chevron',
  active: 'brand',
  paused: 'pause',
  done: 'check',
  failed: 'warning',
  stopped: 'close',
  missing: 'warning',
};

const clockTime = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The stages of an episode, each with its state, when it began and how long it took. */
export function StageTimeline({ episode }: { episode: EpisodeDetail }) {
  const stages = stagesOf(episode);
  const now = useNow(stages.some(({ state }) => state === 'active'));
  return (
    <ol className="episode-stages" aria-label="Stages">
      {stages.map((stage) => (
        <li
          key={stage.name}
          className={`episode-stage episode-stage-${stage.state}`}
          aria-current={stage.state === 'active' ? 'step' : undefined}
        >
          <span className="episode-stage-icon">
            <Icon name={icons[stage.state]} />
          </span>
          <span className="episode-stage-name">{stageWords[stage.name]}</span>
          <span className="episode-stage-state small">
            {stateWords[stage.state]}
            <StageTime stage={stage} now={now} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function StageTime({ stage: { state, beganAt, endedAt }, now }: { stage: Stage; now: number }) {
  if (beganAt === undefined || state === 'waiting') return null;
  const began = Date.parse(beganAt);
  const lasted =
    endedAt === undefined ? (state === 'active' ? now - began : undefined) : Date.parse(endedAt) - began;
  return (
    <span className="number">
      {lasted === undefined ? '' : `, ${took(lasted)}`}
      <time className="episode-stage-time" dateTime={beganAt}>
        started {clockTime.format(began)}
      </time>
    </span>
  );
}
