// The public podcast script (PSWA's product): pure JSON, snake_case as in the REST API.

import type { LeftOutCount } from './left-out.js';

/** One sentence of one source that a line is taken from. `sentence` counts from 0 within the source's text. */
export type SourceRef = { source_id: string; sentence: number };

/** What one voice says in one breath. One line becomes one audio segment. */
export type ScriptLine = {
  /** Stable within the script: `l000`, `l001`, ... in speaking order. */
  line_id: string;
  /** Name of one of the script's speakers. */
  speaker: string;
  text: string;
  /** Empty for lines that no source supports (greetings, questions). */
  source_refs: SourceRef[];
};

/** One entry of `segments[]`: the first is titled INTRO, the last OUTRO. */
export type ScriptSection = { segment_title: string; content: string; lines: ScriptLine[] };

export type ScriptSpeaker = { name: string; voice: string };

export type ScriptSource = {
  source_id: string;
  kind: 'text' | 'file' | 'url';
  title: string;
  url?: string;
  site_name?: string;
  byline?: string;
  published_at?: string;
  /** SHA-256 of the harvested snapshot's text. */
  sha256: string;
  word_count: number;
};

/** Something the listener should know but that does not make the episode bad. */
export type Warning = { code: string; message: string };

/** What of a source is not said, by reason. */
export type SourceLeftOut = LeftOutCount & { source_id: string };

/** How pleasant a script is to hear; `faults` names what is beyond the limits. Kept for whole scripts. */
export type ScriptChecks = {
  /** The most sentences that one voice says without a word of another; 0 where one voice is alone. */
  monologue_sentences: number;
  unanswered_questions: number;
  /** How often a line of the hosts' own begins like another one. */
  repeated_openings: number;
  /** Part of the words that no source supports. */
  filler_share: number;
  faults: string[];
};

export type PodcastScript = {
  script_id: string;
  topic: string;
  title: string;
  /** BCP 47 tag, e.g. `en-US`. */
  language: string;
  full_raw_script: string;
  segments: ScriptSection[];
  speakers: ScriptSpeaker[];
  sources: ScriptSource[];
  llm_model_used: string;
  source: 'generation_extractive' | 'generation_via_aims' | 'cache' | 'test_mode_generation';
  persona_used: string;
  word_count: number;
  target_minutes: number;
  /** Predicted from the voices' measured speaking rate; the finished file's duration is counted, not predicted. */
  estimated_minutes: number;
  warnings: Warning[];
  /** Absent while it is being written, and in scripts of earlier releases. */
  checks?: ScriptChecks;
  /** Absent until the script is complete, and in scripts of writers and releases that do not count it. */
  left_out?: SourceLeftOut[];
  /** False while it is being written: sections are then still added behind those that are there, none is changed. */
  complete: boolean;
};

/** Every line of a script in speaking order; a line's index here is its segment's `seq`. */
export function linesOf(script: Pick<PodcastScript, 'segments'>): ScriptLine[] {
  return script.segments.flatMap((section) => section.lines);
}
