import { useMemo } from 'react';
import { useDocumentTitle } from '../../components/page';
import { ControlNotice } from '../../components/run/run-controls';
import { useRunControl } from '../../components/run/use-run-control';
import { isUnderWay } from '../../components/run/run-state';
import { chaptersOf } from '../../player/chapters';
import { PlayerControls } from '../../player/player-controls';
import { usePlayer, type Track } from '../../player/player';
import { useSegments } from '../../player/use-segments';
import { Chapters } from './chapters';
import { Downloads } from './downloads';
import { Head } from './head';
import { Making } from './making/making';
import { RunEnd } from './making/run-end';
import { MoreOptions } from './more-options';
import { SourceList } from './source-list';
import { TranscriptPlace } from './transcript/transcript-place';
import { useScript } from './transcript/use-script';
import type { EpisodeDetail } from './data/episode-query';
import { Warnings } from './warnings';

/** An episode: heard and read first, then taken along, and how it was made. */
export function EpisodeBody({ episode }: { episode: EpisodeDetail }) {
  const { podcast_id: id, overall_status: overall, cover_url: coverUrl, progress } = episode;
  const title = episode.title ?? episode.topic;
  const isLive = isUnderWay(overall);
  const isFinished = overall.startsWith('completed');
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
      <Head episode={episode} script={script.data} track={track} />
      <ControlNotice control={control} />
      {overall === 'failed' || overall === 'cancelled' ? (
        <RunEnd episode={episode} control={control} />
      ) : null}
      <Warnings episode={episode} />
      {isAudible ? (
        <PlayerControls
          track={track}
          chapters={chapters}
          availableMs={progress.available_ms}
          durationMs={episode.duration_ms}
        />
      ) : null}
      {isFinished ? null : <Making episode={episode} control={control} />}
      {isLive || episode.script_url !== null ? (
        <TranscriptPlace
          track={track}
          script={script}
          segments={isAudible ? segments : []}
          isWritten={episode.script_url !== null}
        />
      ) : null}
      <div className="episode-parts">
        {isAudible ? <Chapters chapters={chapters} onPlay={(atMs) => play(track, atMs)} /> : null}
        <Downloads episode={episode} />
      </div>
      {script.data === undefined ? null : (
        <SourceList sources={script.data.sources} leftOut={script.data.left_out ?? []} />
      )}
      {isFinished ? <Making episode={episode} control={control} /> : null}
      <MoreOptions episode={episode} />
    </div>
  );
}
