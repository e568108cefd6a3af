import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

/** Asks before an important action. Escape and the second button close it; the focus returns to where it was. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  keep = 'Keep it',
  isHarmless = false,
  isBusy,
  onConfirm,
  onClose,
}: {
  title: string;
  children: ReactNode;
  /** The label of the confirming button, e.g. "Delete". Undefined if the action is not possible. */
  confirm: string | undefined;
  /** The label of the button that changes nothing. */
  keep?: string;
  /** The action can be undone. */
  isHarmless?: boolean;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Closed before React removes it: only then does the browser restore the focus.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  function closed(): void {
    if (dialog.current?.open !== true) onClose();
  }
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={heading} onClose={closed}>
      <h2 id={heading}>{title}</h2>
      {children}
      <div className="actions">
        {confirm === undefined ? null : (
          <button
            type="button"
            className={isHarmless ? 'button button-primary' : 'button button-danger'}
            disabled={isBusy}
            onClick={onConfirm}
          >
            {confirm}
          </button>
        )}
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {confirm === undefined ? 'Close' : keep}
        </button>
      </div>
    </dialog>
  );
}
