// Sends submissions, one at a time, whichever page is shown. A server that is away or slow is asked again with the same
// key, so it makes one episode however often the request arrives.
import { toProblem, type ApiProblem } from '../../api/api-problem';
import { askAgain } from '../../api/ask-again';
import { Emitter } from '../../browser/emitter';
import { removeDraft } from './draft-storage';
import { sendSubmission } from './send-submission';
import { forgetSubmission, isKept, keepSubmission, type Submission } from './submission';

export type SubmissionState = 'idle' | 'sending' | 'retrying';

/** The Create page, as long as it is shown. */
export type SubmissionListener = {
  onAccepted: (id: string) => void;
  onRefused: (problem: ApiProblem) => void;
};

/** This server cannot provide the voices: choosing others helps, waiting does not. */
export const missingVoiceCodes: readonly string[] = ['ASSET_UNAVAILABLE', 'VFA_ENGINE_UNAVAILABLE'];

const changes = new Emitter();
let state: SubmissionState = 'idle';
let sending: AbortController | undefined;
let listener: SubmissionListener | undefined;

export const subscribeToSubmission = changes.subscribe;

export function submissionState(): SubmissionState {
  return state;
}

/** @returns a function to call when the page is left */
export function listenToSubmission(to: SubmissionListener): () => void {
  listener = to;
  return () => {
    if (listener === to) listener = undefined;
  };
}

/** A double click counts once: while one submission is being sent, others are ignored. */
export async function submit(submission: Submission): Promise<void> {
  if (sending !== undefined) return;
  const controller = new AbortController();
  const { signal } = controller;
  const { draftId, key, body } = submission;
  sending = controller;
  show('sending');
  keepSubmission({ draftId, key, body, sentAt: Date.now() });
  try {
    const id = await askAgain(() => sendSubmission(submission, signal), {
      signal,
      maxRetries: Infinity,
      lastingCodes: missingVoiceCodes,
      onRetry: () => show('retrying'),
    });
    end(controller);
    accept(id, submission);
  } catch (error) {
    end(controller);
    const problem = toProblem(error);
    const isSeen = signal.aborted || listener !== undefined;
    // The key is kept, so that the next click asks for the same episode, unless the server will never accept it.
    if (isKept(submission)) {
      if (isSpent(problem) && isSeen) forgetSubmission(draftId);
      else keepSubmission({ draftId, key, body, ...(isSeen ? {} : { isUnseen: true }) });
    }
    if (!signal.aborted) listener?.onRefused(problem);
  }
}

/** Stops retrying, without notifying the page. The server may have accepted the request all the same. */
export function stopSubmitting(): void {
  const stopped = sending;
  if (stopped === undefined) return;
  end(stopped);
  stopped.abort();
}

function end(controller: AbortController): void {
  if (sending !== controller) return;
  sending = undefined;
  show('idle');
}

/** A person who has left the Create page stays where they are: the draft is done, and the Library shows the episode. */
function accept(id: string, submission: Submission): void {
  const isOurs = isKept(submission);
  if (isOurs) forgetSubmission(submission.draftId);
  if (listener !== undefined) listener.onAccepted(id);
  else if (isOurs) removeDraft(submission.draftId);
}

function show(now: SubmissionState): void {
  state = now;
  changes.emit();
}

/** The episode of this key was deleted, or the key belongs to another request: only a new key helps. */
function isSpent({ status }: ApiProblem): boolean {
  return status === 410 || status === 422;
}
