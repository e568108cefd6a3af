import type { EpisodeLine } from './episode-parts.js';
import { boundariesMs } from './frame-times.js';

/**
 * The transcript as WebVTT (https://www.w3.org/TR/webvtt1/): one cue per line with its speaker, in the source's spelling; a
 * comment before it has what was said where the words differ. The cues cover the episode from 0 to its last frame without gap or overlap.
 */
export function transcriptVtt(lines: EpisodeLine[]): string {
  const bounds = boundariesMs(lines.map((line) => line.frames));
  const cues = lines.map(
    (line, index) =>
      `${line.said === undefined ? '' : `${note}${line.said}\n\n`}${line.seq + 1}\n${timestamp(bounds[index] ?? 0)} --> ${timestamp(bounds[index + 1] ?? 0)}\n` +
      `<v ${escapeName(line.speaker)}>${escapeText(line.text)}</v>\n`,
  );
  return ['WEBVTT\n', ...cues].join('\n');
}

/** The notes of a transcript, by the line that each belongs to. */
export function saidInTranscript(vtt: string): Map<number, string> {
  const notes = vtt.matchAll(/^NOTE said: (.*)\n\n(\d+)\n/gm);
  return new Map(Array.from(notes, ([, said = '', cue]) => [Number(cue) - 1, said]));
}

/** Comments end at an empty line, and what a voice is given has no line breaks and no arrows. */
const note = 'NOTE said: ';

/** `01:02:03.004`. */
function timestamp(ms: number): string {
  const parts = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60];
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return `${clock}.${String(ms % 1000).padStart(3, '0')}`;
}

/** A cue's text is one paragraph: an empty line would end it, and `-->` is a timing line. */
function escapeText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function escapeName(name: string): string {
  return escapeText(name.replace(/[<>]/g, ' '));
}
