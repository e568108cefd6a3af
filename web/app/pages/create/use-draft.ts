import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { emptyDraft, hasSubject, withoutSubject, type Draft } from './draft';
import { randomId } from '../../browser/random-id';
import { keptDrafts, readDraft, removeDraft, writeDraft } from './draft-storage';
import { draftsOpenElsewhere, ownDraftId, setOwnDraftId, subscribeToOpenDrafts } from './own-draft';
import { forgetSubmission, restSubmission } from './submission';
import { stopSubmitting } from './submission-store';
import { prefilled, type Prefill } from './prefill';

/** Storage does not slow down typing; leaving the page saves at once. */
const saveAfterMs = 250;

export type ChangeDraft = (change: (draft: Draft) => Draft) => void;

/** This tab's draft, kept in this browser as it changes, and the newest of those that no tab has open. */
export function useDraft() {
  const [draft, setDraft] = useState(() => readDraft(ownDraftId()) ?? emptyDraft());
  const [kept, setKept] = useState(keptDrafts);
  const [isKept, setIsKept] = useState(true);
  const open = useSyncExternalStore(subscribeToOpenDrafts, draftsOpenElsewhere);
  const current = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useSyncExternalStore(subscribeToOpenDrafts, ownDraftId);
  const aside = kept.find((other) => other.id !== id && !open.includes(other.id));

  function save(): void {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    setIsKept(writeDraft(ownDraftId(), current.current));
  }

  function change(changed: (draft: Draft) => Draft): void {
    current.current = changed(current.current);
    setDraft(current.current);
    timer.current ??= setTimeout(save, saveAfterMs);
  }

  /** Together with its submission, if there is one, which is no longer sent. */
  function setDraftAside(): void {
    save();
    stopSubmitting();
    restSubmission(ownDraftId());
    if (!hasSubject(current.current)) removeDraft(ownDraftId());
    setKept(keptDrafts);
  }

  /** Takes over what the address asks for; a draft about something else is set aside, not lost. */
  function prefill(asked: Prefill): void {
    const { draft: next, replaces } = prefilled(current.current, asked);
    if (replaces) begin();
    change(() => next);
  }

  /** Another draft in place of this one, which is set aside. */
  function replace(next: Draft): void {
    if (hasSubject(current.current)) begin();
    change(() => next);
  }

  function begin(): void {
    setDraftAside();
    setOwnDraftId(randomId());
  }

  function startOver(): void {
    begin();
    change(withoutSubject);
  }

  /** Goes on with the draft that was set aside, and sets this one aside. */
  function putBack(): void {
    if (aside === undefined) return;
    setDraftAside();
    setOwnDraftId(aside.id);
    change(() => readDraft(aside.id) ?? aside.draft);
  }

  function forgetAside(): void {
    if (aside === undefined) return;
    forgetSubmission(aside.id);
    removeDraft(aside.id);
    setKept(keptDrafts);
  }

  /** The episode was accepted, so the next draft starts empty. */
  function clear(): void {
    clearTimeout(timer.current);
    timer.current = undefined;
    removeDraft(ownDraftId());
    current.current = emptyDraft();
    setDraft(current.current);
  }

  useEffect(() => {
    addEventListener('pagehide', save);
    return () => {
      removeEventListener('pagehide', save);
      save();
    };
  }, []);

  return {
    id,
    draft,
    aside: aside?.draft,
    isKept,
    change,
    save,
    prefill,
    replace,
    startOver,
    putBack,
    forgetAside,
    clear,
  };
}
