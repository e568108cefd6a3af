import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

/** Asks before something that counts. Escape and the second button close it; focus goes back to where it came from. */
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
  /** What the button does, e.g. "Delete". Undefined where it cannot be done. */
  confirm: string | undefined;
  /** What the button that changes nothing says. */
  keep?: string;
  /** It can be undone. */
  isHarmless?: boolean;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Closed before React takes it away: only then does the browser give the focus back.
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
