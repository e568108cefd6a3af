import { keepJson, keptJson } from '../../browser/browser-storage';
import { isObject } from '../../browser/is-object';
import { randomId } from '../../browser/random-id';
import { draftPlace } from './draft-storage';
import { submissionPlace } from './submission';

/** Earlier releases kept one draft for all tabs and one that was set aside: both become drafts like any other. */
export function adoptOlderDrafts(): void {
  for (const [draft, submission] of [
    ['create.draft', 'create.order'],
    ['create.aside', 'create.order-aside'],
  ] as const) {
    const id = randomId();
    move(draft, draftPlace(id));
    move(submission, submissionPlace(id));
  }
}

function move(from: string, to: string): void {
  const kept = keptJson(from);
  if (isObject(kept)) keepJson(to, kept);
  if (kept !== undefined) keepJson(from, undefined);
}
