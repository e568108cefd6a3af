// What is understood of a source before anything is made of it: a workflow of one step, started and awaited by the gateway.
import type { LeftOut, LeftOutCount } from './left-out.js';
import type { RequestedSource } from './podcast-request.js';
import { queues } from './queues.js';
import type { Warning } from './script.js';

/** A sentence of a source as it is written, and as a voice is given it. */
export type SpokenSentence = { text: string; said: string };

/** What was understood of a source. */
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
  /** What there is to know of the source as a whole: that it is only the beginning, say. */
  warnings: Warning[];
  left_out: LeftOut[];
  /** What may be said, and nothing else, in the source's order. An episode takes from it what its length allows. */
  spoken: SpokenSentence[];
};

/** For a screen: the counts are of all, the text and the lists may be only the beginning (`shortened`). */
export type ShownPreview = SourcePreview & { left_out_counts: LeftOutCount[]; shortened: boolean };

/** The object that holds a `PreviewRequest`: the engine keeps what it is given, so it is not given words. */
export type SourcePreviewInput = { requestUri: string };
export type PreviewRequest = { ownerId: string; source: RequestedSource };

/** The object that holds a `ShownPreview`. */
export type StoredPreview = { uri: string };

/** WCHA and PSWA. Queue `harvest`. */
export interface SourcePreviewActivities {
  previewSource(input: SourcePreviewInput): Promise<StoredPreview>;
}

export const sourcePreviewWorkflowType = 'sourcePreviewWorkflow';

/** Options of `client.workflow.start(sourcePreviewWorkflowType, ...)`. */
export function sourcePreviewStartOptions(
  id: string,
  input: SourcePreviewInput,
): {
  workflowId: string;
  taskQueue: string;
  args: [SourcePreviewInput];
  workflowExecutionTimeout: '2 minutes';
  workflowTaskTimeout: '5 seconds';
} {
  return {
    workflowId: `source-preview-${id}`,
    taskQueue: queues.main,
    args: [input],
    // Nobody waits for it any longer.
    workflowExecutionTimeout: '2 minutes',
    workflowTaskTimeout: '5 seconds',
  };
}
