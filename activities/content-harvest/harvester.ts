// WCHA: turns what a person gives (text, a file, a link) into clean text. Imports workflows/contract and platform.
import type { ScriptSource } from '../../workflows/contract/script.js';

/** What to harvest. A file's kind is found by its content; name and type only help to name it. */
export type SourceInput =
  | { kind: 'text'; text: string; title?: string }
  | { kind: 'file'; bytes: Uint8Array; filename?: string; contentType?: string }
  | { kind: 'url'; url: string };

export type HarvestedSource = ScriptSource & {
  /** ISO 639-1 code, undefined when the text is too short to tell. */
  language: string | undefined;
  /** Clean paragraphs separated by blank lines; a heading is a short paragraph without a full stop. */
  text: string;
  /** When a page was fetched (ISO 8601); absent for texts and files, so that equal inputs give equal sources. */
  harvested_at?: string;
  /** The source was longer than the harvester keeps; `text` is its beginning. */
  truncated?: true;
};

export interface Harvester {
  /**
   * Reads one source. Every failure is an AethercastError with a WCHA_ code and details {source_id, url?, reason?}.
   * An abort rejects with the signal's reason.
   */
  harvest(input: SourceInput, sourceId: string, signal?: AbortSignal): Promise<HarvestedSource>;
  /** Ends worker threads and connections. */
  close(): Promise<void>;
}
