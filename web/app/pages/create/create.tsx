import './create.css';
import { useEffect, useEffectEvent, useState, type SyntheticEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { ApiProblem } from '../../api/api-problem';
import { useMe } from '../../me/me';
import { Page } from '../../components/page';
import { AsideNotice } from './aside-notice';
import { CreateForm } from './create-form';
import { hasSubject } from './draft';
import { RefusalContext } from './field-error';
import { orderFor, unansweredOrder } from './submission';
import { stopAsking } from './submission-store';
import { OrderPanel } from './submit-panel';
import { podcastBody } from './podcast-body';
import { prefillOf } from './prefill';
import { RefusalSummary } from './error-summary';
import { ownRefusals, serverRefusals, type Refusal } from './form-errors';
import { lackingVoices } from './send-submission';
import { useDraft } from './use-draft';
import { estimable, useEstimate } from './use-estimate';
import { useOrder } from './use-submission';
import { useUploads } from './use-uploads';

const usualMinutes = 5;

/** One form from an idea to an episode. */
export default function Create() {
  const { clientId, preferences } = useMe();
  const drafts = useDraft();
  const { draft, change } = drafts;
  const uploads = useUploads(change);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [failure, setFailure] = useState<ApiProblem>();
  const [, go] = useLocation();
  usePrefill(drafts.prefill, go);

  const minutes = draft.minutes ?? preferences.minutes ?? usualMinutes;
  const { body, places } = podcastBody(draft, { minutes, clientId });
  const estimate = useEstimate(estimable(draft, { minutes, clientId }));

  const { waiting, place } = useOrder({
    onTaken(id) {
      drafts.clear();
      go(`/episodes/${id}`);
    },
    onRefused(problem) {
      if ((problem.status >= 400 && problem.status < 500) || lackingVoices.includes(problem.code))
        setRefusals(serverRefusals(problem, draft, places));
      else setFailure(problem);
    },
  });
  useResume(place);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (waiting !== 'idle') return;
    setFailure(undefined);
    const found = ownRefusals(draft, minutes, uploads.isUploading);
    setRefusals(found);
    if (found.length > 0) return;
    // Preferences may be others tomorrow; this order asks for what is on screen now.
    change((before) => ({ ...before, minutes }));
    drafts.save();
    void place(orderFor(body));
  }

  return (
    <Page title="Create" intro="Say what you want to hear about. You can listen while it is being made.">
      {drafts.aside === undefined ? null : (
        <AsideNotice aside={drafts.aside} onPutBack={drafts.putBack} onForget={drafts.forgetAside} />
      )}
      <RefusalContext value={refusals}>
        <form className="create-form" aria-label="Create an episode" noValidate onSubmit={submit}>
          <RefusalSummary refusals={refusals} />
          <CreateForm
            draft={draft}
            minutes={minutes}
            estimate={estimate.data}
            uploads={uploads}
            isBusy={waiting !== 'idle'}
            change={change}
          />
          <OrderPanel
            estimate={estimate}
            waiting={waiting}
            failure={failure}
            isKept={drafts.isKept}
            onStop={stopAsking}
            onStartOver={hasSubject(draft) ? drafts.startOver : undefined}
          />
        </form>
      </RefusalContext>
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
 * A reload in the middle of an order goes on with it: the same key finds the episode if it was begun. Who came by a link
 * wants something else now: the earlier draft was set aside before this, with its order.
 */
function useResume(place: ReturnType<typeof useOrder>['place']): void {
  const resume = useEffectEvent(() => {
    const order = unansweredOrder();
    if (order !== undefined) void place(order);
  });
  useEffect(() => resume(), []);
}
