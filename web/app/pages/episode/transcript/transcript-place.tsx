import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import type { Track } from '../../../player/player';
import type { Segment } from '../../../player/use-segments';
import { Transcript } from './transcript';
import type { useScript } from './use-script';

/** The transcript, or what there is instead of it while the script is written or on its way. */
export function TranscriptPlace({
  track,
  script,
  segments,
  isWritten,
}: {
  track: Track;
  script: ReturnType<typeof useScript>;
  /** The lines that can be played. */
  segments: readonly Segment[];
  /** A part of the script at least. */
  isWritten: boolean;
}) {
  const { data } = script;
  return (
    <div className="transcript-place">
      {script.isError ? (
        <ProblemNotice
          error={script.error}
          title={data === undefined ? 'The transcript could not be loaded.' : 'This may be out of date.'}
          onRetry={() => void script.refetch()}
        />
      ) : null}
      {data === undefined && !script.isError ? (
        <section className="transcript" aria-label="Transcript">
          <div className="transcript-head">
            <h2>Transcript</h2>
          </div>
          <div className="transcript-list transcript-list-empty">
            {isWritten ? (
              <Loading what="the transcript" lines={6} />
            ) : (
              <p className="quiet">It appears here as it is written.</p>
            )}
          </div>
        </section>
      ) : null}
      {data === undefined ? null : <Transcript track={track} script={data} segments={segments} />}
      {data?.complete === false && track.isLive ? (
        <p className="small quiet">The rest is still being written.</p>
      ) : null}
    </div>
  );
}
