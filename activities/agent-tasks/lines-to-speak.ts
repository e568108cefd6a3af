import { unknownSpeaker } from '../../voices/unknown-speaker.js';
import type { ScriptToSpeak, SpokenSettings } from '../../workflows/contract/agent-tasks.js';
import type { EpisodeSection } from '../voice-forge/assemble/episode-parts.js';
import type { TaskLine } from './speak-lines.js';
import { splitSpeech } from './split-speech.js';

export type SpokenScript = {
  title: string;
  artist: string;
  lines: TaskLine[];
  sections: EpisodeSection[];
  /** The weaver had too little to write from, and says so in place of a script. */
  isError: boolean;
};

/** Sections whose titles are marks, not words to be read out. */
const unspokenTitles = /^(intro|outro|error)$/i;

/**
 * What is said of a script. Lines go to their speakers. Scripts without lines are read by the first speaker: the
 * title, then each section's title and content; without sections, `full_raw_script`.
 * @throws AethercastError VFA_INVALID_SCRIPT_PAYLOAD for a line of a speaker whom nobody cast
 */
export function linesToSpeak(script: ScriptToSpeak, spoken: SpokenSettings): SpokenScript {
  const lines: TaskLine[] = [];
  const sections: EpisodeSection[] = [];
  const reader = spoken.speakers[0]?.voice ?? '';
  const hasLines = script.segments.some((section) => (section.lines?.length ?? 0) > 0);

  function say(text: string, voice = reader, opensSection = false): void {
    const parts = splitSpeech(text, spoken.language);
    lines.push(...parts.map((part, at) => ({ voice, text: part, opensSection: opensSection && at === 0 })));
  }

  const content = script.segments.some(({ content: words, lines: own }) => words !== '' || own?.length);
  if (!hasLines && content && script.title !== undefined) say(script.title);
  for (const section of script.segments) {
    const firstSeq = lines.length;
    if (section.lines !== undefined && section.lines.length > 0) {
      for (const [at, line] of section.lines.entries())
        say(line.text, voiceOf(line.speaker, spoken), at === 0);
    } else {
      const title = unspokenTitles.test(section.segment_title) ? '' : section.segment_title;
      say(title, reader, true);
      say(section.content, reader, title === '');
    }
    if (lines.length > firstSeq) sections.push({ title: section.segment_title, firstSeq });
  }
  if (lines.length === 0) say(script.full_raw_script ?? '');
  // Chapters begin with the file: a title that is read out before the first section belongs to it.
  if (sections[0] !== undefined) sections[0].firstSeq = 0;
  return {
    title: script.title ?? script.topic ?? 'Untitled',
    artist: spoken.speakers.map(({ name }) => name).join(', '),
    lines,
    sections: sections.length > 0 ? sections : [{ title: script.title ?? 'Untitled', firstSeq: 0 }],
    isError: script.segments.some(({ segment_title: title }) => /^error$/i.test(title)),
  };
}

function voiceOf(speaker: string, { speakers }: SpokenSettings): string {
  const found = speakers.find(({ name }) => name === speaker);
  if (found !== undefined) return found.voice;
  throw unknownSpeaker(
    speaker,
    speakers.map(({ name }) => name),
  );
}
