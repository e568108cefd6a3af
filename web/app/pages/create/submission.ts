// A submission is one request for one episode: its body and its idempotency key. It is kept in this browser from before it
// is sent until its answer has arrived, so that a second click, a reload or a lost answer asks for the same episode.
import { keepJson, keptJson, keptNames } from '../../browser/browser-storage';
import { isObject } from '../../browser/is-object';
import { randomId } from '../../browser/random-id';
import type { PodcastBody } from './podcast-body';

const prefix = 'create.order.';

export type Submission = {
  /** The draft it was made from. */
  draftId: string;
  key: string;
  /** The exact text: the server refuses another body under the same key. */
  body: string;
  /** When it was last sent, as long as no answer has come; ms since 1970. */
  sentAt?: number;
  /** It was refused while the Create page was closed, so nobody has seen why. */
  isUnseen?: boolean;
};

/** Its name in the browser's storage. */
export function submissionPlace(draftId: string): string {
  return prefix + draftId;
}

/** After that time nobody expects the page to send something by itself. */
const maxResumeMs = 10 * 60_000;

/**
 * The kept submission if its body is the same, or else a new one, kept. Another tab that waits for the answer to the same
 * request waits for the same episode.
 */
export function submissionFor(draftId: string, body: PodcastBody): Submission {
  const text = JSON.stringify(body);
  const own = keptSubmission(draftId);
  if (own?.body === text) return own;
  const same = keptNames(prefix)
    .map((name) => keptSubmission(name.slice(prefix.length)))
    .find((submission) => submission?.body === text);
  return keepSubmission({ draftId, key: same?.key ?? randomId(), body: text });
}

export function keepSubmission({ draftId, ...submission }: Submission): Submission {
  keepJson(submissionPlace(draftId), submission);
  return { draftId, ...submission };
}

export function forgetSubmission(draftId: string): void {
  keepJson(submissionPlace(draftId), undefined);
}

/** Whether this browser still waits for it: another draft may have replaced it. */
export function isKept({ draftId, key }: Submission): boolean {
  return keptSubmission(draftId)?.key === key;
}

/** A submission whose outcome nobody has seen: the page was reloaded before the answer, or left before an error. */
export function unansweredSubmission(draftId: string): Submission | undefined {
  const kept = keptSubmission(draftId);
  if (kept === undefined || kept.isUnseen === true) return kept;
  return kept.sentAt !== undefined && Date.now() - kept.sentAt < maxResumeMs ? kept : undefined;
}

/** Its draft is set aside, with its key, and it is sent again when the person says so. */
export function restSubmission(draftId: string): void {
  const kept = keptSubmission(draftId);
  if (kept !== undefined) keepSubmission({ draftId, key: kept.key, body: kept.body });
}

export function copySubmission(from: string, to: string): void {
  const kept = keptSubmission(from);
  if (kept !== undefined) keepSubmission({ ...kept, draftId: to });
}

function keptSubmission(draftId: string): Submission | undefined {
  const kept = keptJson(submissionPlace(draftId));
  if (!isObject(kept)) return undefined;
  const { key, body, sentAt, isUnseen } = kept;
  if (typeof key !== 'string' || typeof body !== 'string') return undefined;
  return {
    draftId,
    key,
    body,
    ...(typeof sentAt === 'number' ? { sentAt } : {}),
    ...(isUnseen === true ? { isUnseen } : {}),
  };
}
