import { Icon } from '../../components/icon';
import { isUnderWay } from '../../components/run/run-state';
import { usePlayer, type Track } from '../../player/player';
import type { EpisodeDetail } from './data/episode-query';

/** Plays the episode from its first recorded line on, whether or not it is finished, or that line there yet. */
export function ListenButton({ episode, track }: { episode: EpisodeDetail; track: Track }) {
  const player = usePlayer();
  const { audio_url: url, overall_status: overall, progress } = episode;
  if (!isUnderWay(overall) && url === null) return null;
  const isReady = url !== null || progress.available_ms > 0;
  const isHere = player.track?.podcastId === track.podcastId;
  const isOn = isHere && ['playing', 'waiting', 'loading'].includes(player.state);
  return (
    <button
      type="button"
      className="button button-primary episode-listen"
      onClick={() => (isOn ? player.pause() : player.play(track))}
    >
      <Icon name={isOn ? 'pause' : 'play'} /> {wordsOf(isOn, isReady)}
    </button>
  );
}

function wordsOf(isOn: boolean, isReady: boolean): string {
  if (isOn) return isReady ? 'Pause listening' : 'Stop waiting for the first line';
  return isReady ? 'Listen' : 'Listen as soon as the first line is recorded';
}
