import { isUnderWay } from '../../components/run/run-state';
import type { Track } from '../../player/player';
import { Cover } from './cover';
import { Facts } from './facts';
import { ListenButton } from './listen-button';
import { Summary } from './summary';
import type { EpisodeDetail } from './data/episode-query';
import type { Script } from './transcript/use-script';

/** What it is. */
export function Head({
  episode,
  script,
  track,
}: {
  episode: EpisodeDetail;
  script: Script | undefined;
  track: Track;
}) {
  const { topic, title, overall_status: overall } = episode;
  const isLive = isUnderWay(overall);
  return (
    <header className="episode-head">
      <Cover url={episode.cover_url} isLive={isLive} />
      <div className="episode-head-text">
        <h1>{title ?? topic}</h1>
        {title === null || title === topic ? null : <p className="small quiet episode-topic">{topic}</p>}
        {isLive || episode.script_url !== null ? <Summary script={script} /> : null}
        <Facts episode={episode} />
        <ListenButton episode={episode} track={track} />
      </div>
    </header>
  );
}
