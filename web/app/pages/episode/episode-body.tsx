import { useMemo } from 'react';
import { useDocumentTitle } from '../../components/page';
import { ControlNotice } from '../../components/run/run-controls';
import { useRunControl } from '../../components/run/use-run-control';
import { isUnderWay } from '../../components/run/run-state';
import { chaptersOf } from '../../player/chapters';
import { PlayerControls } from '../../player/player-controls';
import { usePlayer, type Track } from '../../player/player';
import { Transcript } from '../../player/transcript';
import { useSegments } from '../../player/use-segments';
import { Chapters } from './chapters';
import { Downloads } from './downloads';
import { Head } from './head';
import { Making } from './making/making';
import { RunEnd } from './making/run-end';
import { ScriptView } from './script/script-view';
import { useScript } from './script/use-script';
import type { EpisodeDetail } from './data/episode-query';
import { Warnings } from './warnings';

/** An episode: listened to, watched while it is made, read and taken along. */
export function EpisodeBody({ episode }: { episode: EpisodeDetail }) {
  const { podcast_id: id, overall_status: overall, cover_url: coverUrl, progress } = episode;
  const title = episode.title ?? episode.topic;
  const isLive = isUnderWay(overall);
  useDocumentTitle(title);
  const control = useRunControl(id, episode);
  const script = useScript(episode);
  const segments = useSegments(id, isLive);
  const { play, track: playing } = usePlayer();
  // Also when the run ends without an episode while it is listened to: the player says so.
  const isAudible = isLive || episode.audio_url !== null || playing?.podcastId === id;
  const track = useMemo<Track>(
    () => ({ podcastId: id, title, coverUrl, isLive }),
    [id, title, coverUrl, isLive],
  );
  const chapters = useMemo(
    () => (script.data === undefined ? [] : chaptersOf(script.data, segments)),
    [script.data, segments],
  );
  return (
    <div className="page episode">
      <Head episode={episode} track={track} control={control} />
      <ControlNotice control={control} />
      {overall === 'failed' || overall === 'cancelled' ? (
        <RunEnd episode={episode} control={control} />
      ) : null}
      <Warnings episode={episode} />
      {overall.startsWith('completed') ? null : <Making episode={episode} />}
      {isAudible ? (
        <PlayerControls
          track={track}
          chapters={chapters}
          availableMs={progress.available_ms}
          durationMs={episode.duration_ms}
        />
      ) : null}
      {isAudible && script.data !== undefined ? (
        <div className="episode-transcript">
          <h2>Transcript</h2>
          <Transcript track={track} script={script.data} segments={segments} />
        </div>
      ) : null}
      <div className="episode-parts">
        {isAudible ? <Chapters chapters={chapters} onPlay={(atMs) => play(track, atMs)} /> : null}
        <Downloads episode={episode} />
      </div>
      {episode.script_url === null ? null : <ScriptView script={script} isLive={isLive} />}
      {overall.startsWith('completed') ? <Making episode={episode} /> : null}
    </div>
  );
}
