import { useEffect, useRef, useState } from 'react';
import { emptyDraft, hasSubject, withoutSubject, type Draft } from './draft';
import { storageKey } from '../../browser/browser-storage';
import { asidePlace, draftPlace, readDraft, writeDraft } from './draft-storage';
import { forgetOrderAside, putOrderBack, setOrderAside } from './submission';
import { stopAsking } from './submission-store';
import { prefilled, type Prefill } from './prefill';

/** Typing is not held up by storage; leaving the page writes at once. */
const saveAfterMs = 250;

export type ChangeDraft = (change: (draft: Draft) => Draft) => void;

/** The draft, kept in this browser as it changes, also from another tab. */
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

  /** With the order for it, if there is one: nobody waits for that any more. */
  function setDraftAside(): void {
    stopAsking();
    setOrderAside();
    writeDraft(asidePlace, current.current);
    setAside(current.current);
  }

  function forgetAside(): void {
    forgetOrderAside();
    writeDraft(asidePlace, undefined);
    setAside(undefined);
  }

  /** What the address asks for; a draft of something else is set aside, not lost. */
  function prefill(asked: Prefill): void {
    const { draft: next, replaces } = prefilled(current.current, asked);
    if (replaces) setDraftAside();
    change(() => next);
  }

  function startOver(): void {
    if (hasSubject(current.current)) setDraftAside();
    change(withoutSubject);
  }

  /** Puts the draft that was set aside back in place of this one. */
  function putBack(): void {
    if (aside !== undefined) change(() => aside);
    putOrderBack();
    forgetAside();
  }

  /** The episode is on its way: the next one begins empty. */
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
    // Both read what is current from refs.
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
