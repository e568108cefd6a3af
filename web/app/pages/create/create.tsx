import './create.css';
import { useEffect, useEffectEvent, useState, type SyntheticEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { ApiProblem } from '../../api/api-problem';
import { useMe } from '../../me/me';
import { Page } from '../../components/page';
import { AsideNotice } from './aside-notice';
import { CreateForm } from './create-form';
import { hasSubject } from './draft';
import { FormErrorsContext } from './field-error';
import { submissionFor, unansweredSubmission } from './submission';
import { missingVoiceCodes, stopSubmitting } from './submission-store';
import { SubmitPanel } from './submit-panel';
import { podcastBody } from './podcast-body';
import { prefillOf } from './prefill';
import { ErrorSummary } from './error-summary';
import { draftErrors, serverErrors, type FormError } from './form-errors';
import { useDraft } from './use-draft';
import { estimable, useEstimate } from './use-estimate';
import { useSubmission } from './use-submission';
import { useUploads } from './use-uploads';

const defaultMinutes = 5;

/** The form that turns an idea into an episode. */
export default function Create() {
  const { clientId, preferences } = useMe();
  const drafts = useDraft();
  const { draft, change } = drafts;
  const uploads = useUploads(change);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [failure, setFailure] = useState<ApiProblem>();
  const [, go] = useLocation();
  usePrefill(drafts.prefill, go);

  const minutes = draft.minutes ?? preferences.minutes ?? defaultMinutes;
  const { body, places } = podcastBody(draft, { minutes, clientId });
  const estimate = useEstimate(estimable(draft, { minutes, clientId }));

  const { state, send } = useSubmission({
    onAccepted(id) {
      drafts.clear();
      go(`/episodes/${id}`);
    },
    onRefused(problem) {
      if ((problem.status >= 400 && problem.status < 500) || missingVoiceCodes.includes(problem.code))
        setErrors(serverErrors(problem, draft, places));
      else setFailure(problem);
    },
  });
  useResume(send);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (state !== 'idle') return;
    setFailure(undefined);
    const found = draftErrors(draft, minutes, uploads.isUploading);
    setErrors(found);
    if (found.length > 0) return;
    // Preferences may change; this submission asks for what is on screen now.
    change((before) => ({ ...before, minutes }));
    drafts.save();
    void send(submissionFor(body));
  }

  return (
    <Page
      title="Create"
      intro="Tell us what you want to hear about. You can start listening while the episode is being made."
    >
      {drafts.aside === undefined ? null : (
        <AsideNotice aside={drafts.aside} onPutBack={drafts.putBack} onForget={drafts.forgetAside} />
      )}
      <FormErrorsContext value={errors}>
        <form className="create-form" aria-label="Create an episode" noValidate onSubmit={submit}>
          <ErrorSummary errors={errors} />
          <CreateForm
            draft={draft}
            minutes={minutes}
            estimate={estimate.data}
            uploads={uploads}
            isBusy={state !== 'idle'}
            change={change}
          />
          <SubmitPanel
            estimate={estimate}
            state={state}
            failure={failure}
            isKept={drafts.isKept}
            onStop={stopSubmitting}
            onStartOver={hasSubject(draft) ? drafts.startOver : undefined}
          />
        </form>
      </FormErrorsContext>
    </Page>
  );
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
    const submission = unansweredSubmission();
    if (submission !== undefined) void send(submission);
  });
  useEffect(() => resume(), []);
}
