import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { refreshEpisodes } from '../../api/refresh-episodes';
import type { Submission } from './submission';
import {
  listenToSubmission,
  submissionState,
  submit,
  subscribeToSubmission,
  type SubmissionListener,
} from './submission-store';

/** The state of the submission that is being sent, including one from before the page was left and opened again. */
export function useSubmission(listener: SubmissionListener) {
  const queries = useQueryClient();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () =>
      listenToSubmission({
        onAccepted: (id) => latest.current.onAccepted(id),
        onRefused: (problem) => latest.current.onRefused(problem),
      }),
    [],
  );

  async function send(submission: Submission): Promise<void> {
    await submit(submission);
    // The Library may be open by now.
    await refreshEpisodes(queries);
  }

  return { state: useSyncExternalStore(subscribeToSubmission, submissionState), send };
}
