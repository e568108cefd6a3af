import { useEffect, useRef, useState } from 'react';
import { openToEveryone } from '../../components/open-to-everyone';
import { useMe } from '../../me/me';

/** What this browser's session is, and the way out of it. */
export function SessionSettings() {
  const { clientId, forget } = useMe();
  const [step, setStep] = useState<'idle' | 'asking' | 'done'>('idle');
  const button = useRef<HTMLButtonElement>(null);

  function leave(next: 'idle' | 'done'): void {
    if (next === 'done') forget();
    setStep(next);
  }

  // The button that was pressed is gone: the focus goes to the one that takes its place.
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current && step !== 'asking') button.current?.focus();
    wasAsking.current = step === 'asking';
  }, [step]);

  return (
    <section className="card settings-section" aria-labelledby="settings-session">
      <h2 id="settings-session">This browser</h2>
      <p>
        There are no accounts on this server. It recognises this browser by a random ID and stores your
        settings under it, without cookies. No episode is tied to it. {openToEveryone}
      </p>
      <dl className="settings-id">
        <dt>Session</dt>
        <dd>{clientId}</dd>
      </dl>
      {step === 'asking' ? (
        <div className="settings-forget" role="group" aria-label="Forget this session?">
          <p>
            This deletes your drafts and listening positions in this browser for good, and you can no longer
            get your old settings back. Episodes stay in the library.
          </p>
          <div className="actions">
            <button type="button" className="button button-danger" autoFocus onClick={() => leave('done')}>
              Forget it
            </button>
            <button type="button" className="button" onClick={() => leave('idle')}>
              Keep it
            </button>
          </div>
        </div>
      ) : null}
      <button
        type="button"
        className="button settings-forget-button"
        ref={button}
        hidden={step === 'asking'}
        onClick={() => setStep('asking')}
      >
        Forget this session
      </button>
      <p role="status" className={step === 'done' ? 'quiet' : 'hidden'}>
        {step === 'done' ? 'Session forgotten. A new one has started.' : ''}
      </p>
    </section>
  );
}
