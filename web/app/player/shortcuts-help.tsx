import { useEffect, useId, useRef } from 'react';
import { Emitter } from '../browser/emitter';
import { Icon } from '../components/icon';
import { helpKey, shortcuts } from './shortcut-keys';
import { turnShortcuts, useShortcutsOn } from './shortcuts-switch';

const wishes = new Emitter();

export function openShortcutsHelp(): void {
  wishes.emit();
}

export function ShortcutsButton() {
  return (
    <button type="button" className="icon-button" aria-label="Keyboard shortcuts" onClick={openShortcutsHelp}>
      <Icon name="keyboard" />
    </button>
  );
}

/** The keys, and the switch that turns them off; hidden until it is opened from anywhere. */
export function ShortcutsHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const isOn = useShortcutsOn();
  useEffect(() => wishes.subscribe(() => dialog.current?.showModal()), []);
  return (
    <dialog ref={dialog} className="dialog shortcuts-help" aria-labelledby={heading}>
      <h2 id={heading}>Keyboard shortcuts</h2>
      <dl>
        {[...shortcuts, { shown: [helpKey], does: 'Show this list' }].map(({ shown, does }) => (
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
        Use these keys on every page
      </label>
      <div className="actions">
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}
