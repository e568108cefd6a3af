import type { LeftOut } from './left-out.js';

/** A sentence of a source as it is written, and as a voice is given it. */
export type SpokenSentence = { text: string; said: string };

/** What was understood of a source, before anything is made of it. */
export type SourcePreview = {
  title: string;
  byline: string | null;
  site_name: string | null;
  /** As the page names it, ISO 8601 where it is one. */
  published_at: string | null;
  /** ISO 639-1; null where the text is too short to tell. */
  language: string | null;
  /** The address that was read in the end; null for files and texts. */
  url: string | null;
  text: string;
  words: number;
  /** How many of them may be said. */
  said_words: number;
  /** The source is longer than what is kept; `text` is its beginning. */
  truncated: boolean;
  left_out: LeftOut[];
  /** What may be said, and nothing else, in the source's order. An episode takes from it what its length allows. */
  spoken: SpokenSentence[];
};
