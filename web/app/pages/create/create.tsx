import './create.css';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { ApiProblem } from '../../api/api-problem';
import { useMe } from '../../me/me';
import { usePlayer } from '../../player/player';
import { Page } from '../../components/page';
import { ProblemNotice } from '../../components/problem-notice';
import { AsideNotice } from './aside-notice';
import { CreateForm } from './create-form';
import { hasSubject, type Draft } from './draft';
import { FormErrorsContext } from './field-error';
import { submissionFor, unansweredSubmission } from './submission';
import { missingVoiceCodes, stopSubmitting } from './submission-store';
import { SubmitPanel } from './submit-panel';
import { ownDraftId } from './own-draft';
import { podcastBody } from './podcast-body';
import { prefillOf } from './prefill';
import { ErrorSummary } from './error-summary';
import { serverErrors } from './form-errors';
import { sourceErrors } from './source-errors';
import { useDraft } from './use-draft';
import { useEarlierRequest } from './use-earlier-request';
import { estimable, useEstimate } from './use-estimate';
import { useFormErrors } from './use-form-errors';
import { useSubmission } from './use-submission';
import { useUploads } from './use-uploads';

const defaultMinutes = 5;

/** The form that turns an idea into an episode. */
export default function Create() {
  const { clientId, preferences } = useMe();
  const drafts = useDraft();
  const { draft, change } = drafts;
  const uploads = useUploads(change);
  const queries = useQueryClient();
  const [isChecking, setIsChecking] = useState(false);
  const [failure, setFailure] = useState<ApiProblem>();
  const player = usePlayer();
  // A submission that a reload has interrupted is not a press on this page: the browser would not let it play.
  const wasPressed = useRef(false);
  const [, go] = useLocation();
  usePrefill(drafts.prefill, go);
  const earlier = useEarlierRequest(drafts.replace);

  const minutes = draft.minutes ?? preferences.minutes ?? defaultMinutes;
  const { body, places } = podcastBody(draft, { minutes, clientId });
  const form = useFormErrors(draft, { minutes, isUploading: uploads.isUploading });
  const estimate = useEstimate(estimable(draft, { minutes, clientId }));

  const { state, send } = useSubmission({
    onAccepted(id) {
      if (wasPressed.current && draft.playsWhenReady) playWhenReady(id, draft);
      drafts.clear();
      go(`/episodes/${id}`);
    },
    onRefused(problem) {
      if ((problem.status >= 400 && problem.status < 500) || missingVoiceCodes.includes(problem.code))
        form.refuse(serverErrors(problem, draft, places));
      else setFailure(problem);
    },
  });
  useResume(send);
  const isBusy = isChecking || state !== 'idle';

  /** What somebody listens to goes on. */
  function playWhenReady(podcastId: string, { title, topic }: Draft): void {
    if (player.state === 'playing') return;
    player.play({
      podcastId,
      title: title.trim() || topic.trim() || 'Your episode',
      coverUrl: null,
      isLive: true,
    });
  }

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    setFailure(undefined);
    if (!form.check()) return;
    setIsChecking(true);
    const found = await sourceErrors(queries, body, places);
    setIsChecking(false);
    if (found.length > 0) {
      form.refuse(found);
      return;
    }
    // Preferences may change; this submission asks for what is on screen now.
    change((before) => ({ ...before, minutes }));
    drafts.save();
    wasPressed.current = true;
    await send(submissionFor(drafts.id, body));
  }

  return (
    <Page
      title="Create"
      intro="Tell us what you want to hear about. You can start listening while the episode is being made."
    >
      {earlier.error === null ? null : (
        <ProblemNotice
          error={earlier.error}
          title="What this episode was made of could not be loaded."
          onRetry={() => void earlier.refetch()}
        />
      )}
      {drafts.aside === undefined ? null : (
        <AsideNotice aside={drafts.aside} onPutBack={drafts.putBack} onForget={drafts.forgetAside} />
      )}
      <FormErrorsContext value={form.errors}>
        <form
          className="create-form"
          aria-label="Create an episode"
          noValidate
          onSubmit={(event) => void submit(event)}
          onKeyDown={keepEnter}
        >
          <ErrorSummary errors={form.errors} attempt={form.attempt} />
          <CreateForm
            draft={draft}
            minutes={minutes}
            estimate={estimate.data}
            uploads={uploads}
            isBusy={isBusy}
            change={change}
          />
          <SubmitPanel
            estimate={estimate}
            state={isChecking ? 'sending' : state}
            failure={failure}
            isKept={drafts.isKept}
            playsWhenReady={draft.playsWhenReady}
            onPlaysWhenReady={(playsWhenReady) => change((before) => ({ ...before, playsWhenReady }))}
            onStop={stopSubmitting}
            onStartOver={hasSubject(draft) ? drafts.startOver : undefined}
          />
        </form>
      </FormErrorsContext>
    </Page>
  );
}

/** Enter in a field begins no episode: the button does. */
function keepEnter(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key === 'Enter' && target instanceof HTMLInputElement && target.type !== 'file')
    event.preventDefault();
}

/** Moves what the address asks for into the draft and out of the address, so that a reload does not undo later edits. */
function usePrefill(
  prefill: ReturnType<typeof useDraft>['prefill'],
  go: (to: string, options: { replace: boolean }) => void,
): void {
  const search = useSearch();
  const take = useEffectEvent((address: string) => {
    const asked = prefillOf(address);
    if (asked === undefined) return;
    prefill(asked);
    go('/create', { replace: true });
  });
  useEffect(() => take(search), [search]);
}

/**
 * Resumes a submission that a reload has interrupted: the same key finds the episode if it was started. A link with a
 * topic of its own comes first: by then the earlier draft is set aside together with its submission.
 */
function useResume(send: ReturnType<typeof useSubmission>['send']): void {
  const resume = useEffectEvent(() => {
    const submission = unansweredSubmission(ownDraftId());
    if (submission !== undefined) void send(submission);
  });
  useEffect(() => resume(), []);
}
