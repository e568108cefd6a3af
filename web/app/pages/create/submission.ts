// A submission is one request for one episode: its body and its idempotency key. It is kept in this browser from before it
// is sent until its answer has arrived, so that a second click, a reload or a lost answer asks for the same episode.
import { keepJson, keptJson } from '../../browser/browser-storage';
import { isObject } from '../../browser/is-object';
import { randomId } from '../../browser/random-id';
import type { PodcastBody } from './podcast-body';

// The names in this browser's storage, which earlier releases have used too.
const place = 'create.order';
/** The submission of the draft that is set aside. */
const asidePlace = 'create.order-aside';

export type Submission = {
  key: string;
  /** The exact text: the server refuses another body under the same key. */
  body: string;
  /** When it was last sent, as long as no answer has come; ms since 1970. */
  sentAt?: number;
  /** It was refused while the Create page was closed, so nobody has seen why. */
  isUnseen?: boolean;
};

/** After that time nobody expects the page to send something by itself. */
const maxResumeMs = 10 * 60_000;

/** The kept submission if its body is the same, or else a new one, kept. Another tab may have made it. */
export function submissionFor(body: PodcastBody): Submission {
  const text = JSON.stringify(body);
  const kept = keptSubmission();
  if (kept?.body === text) return kept;
  return keepSubmission({ key: randomId(), body: text });
}

export function keepSubmission(submission: Submission): Submission {
  keepJson(place, submission);
  return submission;
}

export function forgetSubmission(): void {
  keepJson(place, undefined);
}

/** Whether this browser still waits for it. Another tab may have its answer, or another draft may have replaced it. */
export function isKept({ key }: Submission): boolean {
  return keptSubmission()?.key === key;
}

/** A submission whose outcome nobody has seen: the page was reloaded before the answer, or left before a error. */
export function unansweredSubmission(): Submission | undefined {
  const kept = keptSubmission();
  if (kept === undefined || kept.isUnseen === true) return kept;
  return kept.sentAt !== undefined && Date.now() - kept.sentAt < maxResumeMs ? kept : undefined;
}

/** Moves it aside with its draft, so that the draft keeps its key when it is put back. */
export function setSubmissionAside(): void {
  const kept = keptSubmission();
  // Without `sentAt`: it is sent again when the person says so.
  keepJson(asidePlace, kept && { key: kept.key, body: kept.body });
  forgetSubmission();
}

export function putSubmissionBack(): void {
  keepJson(place, keptSubmission(asidePlace));
  forgetSubmissionAside();
}

export function forgetSubmissionAside(): void {
  keepJson(asidePlace, undefined);
}

function keptSubmission(at = place): Submission | undefined {
  const kept = keptJson(at);
  if (!isObject(kept)) return undefined;
  const { key, body, sentAt, isUnseen } = kept;
  if (typeof key !== 'string' || typeof body !== 'string') return undefined;
  return {
    key,
    body,
    ...(typeof sentAt === 'number' ? { sentAt } : {}),
    ...(isUnseen === true ? { isUnseen } : {}),
  };
}
