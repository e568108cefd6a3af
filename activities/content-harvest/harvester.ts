// The harvester (WCHA): turns what a person gives (text, a file, a link) into clean text.
// Imports the shared folders, models/ and topic-discovery (activities/README.md).
import type { HarvestedSource } from '../script/harvested-source.js';
import type { Claimant } from '../threads/fair-queue.js';

/** What to harvest. A file's kind is found by its content; name and type only help to name it. */
export type SourceInput =
  | { kind: 'text'; text: string; title?: string }
  | { kind: 'file'; bytes: Uint8Array; filename?: string; contentType?: string }
  | { kind: 'url'; url: string };

export interface Harvester {
  /**
   * Reads one source. Every failure is an AethercastError with a WCHA_ code and details {source_id, url?, reason?}.
   * An abort rejects with the signal's reason.
   * @param claimant the run that asks: runs and owners take turns
   */
  harvest(
    input: SourceInput,
    sourceId: string,
    signal?: AbortSignal,
    claimant?: Claimant,
  ): Promise<HarvestedSource>;
  /** Ends connections, and threads of its own. */
  close(): Promise<void>;
}
