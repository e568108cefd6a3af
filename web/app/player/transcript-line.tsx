import { clock } from '../components/format';
import type { Line } from './transcript-rows';

/** One line; a button once it is recorded. */
export function TranscriptLine({
  line,
  isNewSpeaker,
  startMs,
  isCurrent,
  isTabStop,
  onPlay,
}: {
  line: Line;
  isNewSpeaker: boolean;
  startMs: number | undefined;
  isCurrent: boolean;
  isTabStop: boolean;
  onPlay: (startMs: number) => void;
}) {
  const words = (
    <>
      <span className={isNewSpeaker ? 'transcript-speaker' : 'hidden'}>{line.speaker}: </span>
      <span className="transcript-text">{line.text}</span>
    </>
  );
  if (startMs === undefined) {
    return <div className="transcript-line transcript-line-later">{words}</div>;
  }
  return (
    <button
      type="button"
      className="transcript-line"
      aria-current={isCurrent ? 'true' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      title={`Play from ${clock(startMs)}`}
      onClick={() => onPlay(startMs)}
    >
      {words}
    </button>
  );
}
