import { useId, useRef } from 'react';
import { Icon } from '../components/icon';
import { shortcuts, turnShortcuts, useShortcutsOn } from './shortcuts';

/** The keys, and the switch that turns them off. */
export function ShortcutsHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const isOn = useShortcutsOn();
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label="Keyboard shortcuts"
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="keyboard" />
      </button>
      <dialog ref={dialog} className="dialog shortcuts-help" aria-labelledby={heading}>
        <h2 id={heading}>Keyboard shortcuts</h2>
        <dl>
          {shortcuts.map(({ shown, does }) => (
            <div key={does}>
              <dt>{does}</dt>
              <dd>
                {shown.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <label>
          <input type="checkbox" checked={isOn} onChange={(event) => turnShortcuts(event.target.checked)} />
          Use these keys on every page while an episode is in the player
        </label>
        <div className="actions">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
      </dialog>
    </>
  );
}
