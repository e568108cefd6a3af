// Snippet writers (AIMS): one interface for everything that can advertise a topic.
// Imports the shared folders below it, and no agent (activities/README.md).
import type { TopicObject } from '../../../workflows/contract/topics.js';

/** What is said of a topic; every sentence of it is supported by the topic's sources. */
export type SnippetDraft = {
  title: string;
  /** A teaser, at most 250 characters. */
  summary: string;
  /** Two to four sentences, fewer where the sources say less. */
  text: string;
  /** What the model was asked; null where no language model was. */
  prompt: string | null;
};

export interface SnippetWriter {
  /** Name in configuration and records, e.g. `extractive`. */
  readonly provider: string;
  /** Model in records, with its version. */
  readonly model: string;
  /**
   * Deterministic writers give the same draft for the same topic.
   * @throws AethercastError SCA_INSUFFICIENT_CONTENT; the signal's reason when aborted
   */
  write(topic: TopicObject, signal?: AbortSignal): Promise<SnippetDraft>;
}
