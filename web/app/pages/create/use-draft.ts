import { useEffect, useRef, useState } from 'react';
import { emptyDraft, hasSubject, withoutSubject, type Draft } from './draft';
import { storageKey } from '../../browser/browser-storage';
import { asidePlace, draftPlace, readDraft, writeDraft } from './draft-storage';
import { forgetSubmissionAside, putSubmissionBack, setSubmissionAside } from './submission';
import { stopSubmitting } from './submission-store';
import { prefilled, type Prefill } from './prefill';

/** Storage does not slow down typing; leaving the page saves at once. */
const saveAfterMs = 250;

export type ChangeDraft = (change: (draft: Draft) => Draft) => void;

/** The draft, kept in this browser as it changes, and in step with other tabs. */
export function useDraft() {
  const [draft, setDraft] = useState(() => readDraft(draftPlace) ?? emptyDraft());
  const [aside, setAside] = useState(() => readDraft(asidePlace));
  const [isKept, setIsKept] = useState(true);
  const current = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function save(): void {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    setIsKept(writeDraft(draftPlace, current.current));
  }

  function change(changed: (draft: Draft) => Draft): void {
    current.current = changed(current.current);
    setDraft(current.current);
    timer.current ??= setTimeout(save, saveAfterMs);
  }

  /** Together with its submission, if there is one, which is no longer sent. */
  function setDraftAside(): void {
    stopSubmitting();
    setSubmissionAside();
    writeDraft(asidePlace, current.current);
    setAside(current.current);
  }

  function forgetAside(): void {
    forgetSubmissionAside();
    writeDraft(asidePlace, undefined);
    setAside(undefined);
  }

  /** Takes over what the address asks for; a draft about something else is set aside, not lost. */
  function prefill(asked: Prefill): void {
    const { draft: next, replaces } = prefilled(current.current, asked);
    if (replaces) setDraftAside();
    change(() => next);
  }

  function startOver(): void {
    if (hasSubject(current.current)) setDraftAside();
    change(withoutSubject);
  }

  /** Replaces this draft with the one that was set aside. */
  function putBack(): void {
    if (aside !== undefined) change(() => aside);
    putSubmissionBack();
    forgetAside();
  }

  /** The episode was accepted, so the next draft starts empty. */
  function clear(): void {
    clearTimeout(timer.current);
    timer.current = undefined;
    current.current = emptyDraft();
    setDraft(current.current);
    writeDraft(draftPlace, undefined);
  }

  useEffect(() => {
    function follow({ key }: StorageEvent): void {
      if (key !== storageKey(draftPlace) || timer.current !== undefined) return;
      current.current = readDraft(draftPlace) ?? emptyDraft();
      setDraft(current.current);
    }
    addEventListener('pagehide', save);
    addEventListener('storage', follow);
    return () => {
      removeEventListener('pagehide', save);
      removeEventListener('storage', follow);
      save();
    };
  }, []);

  return {
    draft,
    aside,
    isKept,
    change,
    save,
    prefill,
    startOver,
    putBack,
    forgetAside,
    clear,
  };
}
