import { clock } from '../../../components/format';
import { CopyButton } from './copy-button';
import { Found } from './found';
import type { Line } from './transcript-rows';

/** One line; a button once it can be played. Beside it what opens its sources, and what copies it. */
export function TranscriptLine({
  line,
  isNewSpeaker,
  startMs,
  cited,
  wanted,
  isFound,
  isCurrent,
  isOpen,
  isTabStop,
  onPlay,
  onCite,
}: {
  line: Line;
  isNewSpeaker: boolean;
  startMs: number | undefined;
  /** Numbers of its sources. */
  cited: readonly number[];
  /** What is searched for. */
  wanted: RegExp | undefined;
  /** The search stands here. */
  isFound: boolean;
  isCurrent: boolean;
  /** Its sources are shown. */
  isOpen: boolean;
  isTabStop: boolean;
  onPlay: (startMs: number) => void;
  onCite: () => void;
}) {
  const words = (
    <>
      <span className={isNewSpeaker ? 'transcript-speaker' : 'hidden'}>{line.speaker}: </span>
      <span className="transcript-text">
        <Found text={line.text} wanted={wanted} />
      </span>
    </>
  );
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <div className={isFound ? 'transcript-item transcript-item-found' : 'transcript-item'}>
      {startMs === undefined ? (
        <div className="transcript-line transcript-line-later">{words}</div>
      ) : (
        <button
          type="button"
          className="transcript-line"
          aria-current={isCurrent ? 'true' : undefined}
          tabIndex={tabIndex}
          title={`Play from ${clock(startMs)}`}
          onClick={() => onPlay(startMs)}
        >
          {words}
        </button>
      )}
      <div className="transcript-actions">
        {cited.length === 0 ? null : (
          <button
            type="button"
            className="transcript-cite small"
            aria-expanded={isOpen}
            tabIndex={tabIndex}
            onClick={onCite}
          >
            {cited.length === 1 ? 'Source' : 'Sources'} {cited.join(', ')}
          </button>
        )}
        <CopyButton text={`${line.speaker}: ${line.text}`} tabIndex={tabIndex} />
      </div>
    </div>
  );
}
