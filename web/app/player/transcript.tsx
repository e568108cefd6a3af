import './transcript.css';
import type { Script } from './chapters';
import type { Track } from './player';
import type { Segment } from './use-segments';

/** The words, which follow the sound. */
export function Transcript({
  script,
}: {
  /** What a click on a line plays. */
  track: Track;
  script: Script;
  segments: readonly Segment[];
}) {
  return <p>{script.title}</p>;
}
