import type { LeftOut } from '../../workflows/contract/left-out.js';
import type { ScriptSource, Warning } from '../../workflows/contract/script.js';

/** What a source became when it was harvested: what scripts are written from. */
export type HarvestedSource = ScriptSource & {
  /** ISO 639-1 code, undefined when the text is too short to tell. */
  language: string | undefined;
  /**
   * Clean paragraphs separated by blank lines. A heading is a short paragraph without a full stop; line breaks within
   * a paragraph are the lines of a poem; "• " or "1. " begins an item of a list, "Name: " what somebody says.
   */
  text: string;
  /** When a page was fetched (ISO 8601); absent for texts and files, so that equal inputs give equal sources. */
  harvested_at?: string;
  /** The source was longer than the harvester keeps; `text` is its beginning. */
  truncated?: true;
  /** What extraction left out; absent where nothing was, and in bundles of earlier releases. */
  left_out?: LeftOut[];
  /** What the listener should know of the source as a whole: pages without text, changes that are not accepted. */
  warnings?: Warning[];
};
