import { ErrorCode } from '../../components/error-code';
import { Icon } from '../../components/icon';
import type { EpisodeDetail } from './data/episode-query';

/** What is missing in a finished episode, or what was noticed while it was made. */
export function Warnings({ episode }: { episode: EpisodeDetail }) {
  const { warnings, overall_status: overall } = episode;
  if (warnings.length === 0) return null;
  return (
    <section className="notice" aria-label="Warnings">
      <Icon name="warning" />
      <div>
        <h2 className="episode-end-title">
          {overall === 'completed_with_errors' ? 'Finished, but with some problems' : 'Note'}
        </h2>
        <ul className="episode-warnings">
          {warnings.map(({ code, message }, at) => (
            <li key={at}>
              {message}
              <ErrorCode code={code} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
