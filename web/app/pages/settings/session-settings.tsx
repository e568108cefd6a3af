import { useEffect, useRef, useState } from 'react';
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
        You have no account here. The server knows this browser by a random number that it keeps, and your
        settings by that number. There are no cookies.
      </p>
      <dl className="settings-id">
        <dt>Session</dt>
        <dd>{clientId}</dd>
      </dl>
      {step === 'asking' ? (
        <div className="settings-forget" role="group" aria-label="Forget this session?">
          <p>
            Your settings, drafts and positions in this browser are then gone for good, and nobody can find
            the old settings on the server. Your episodes stay in the library.
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
        {step === 'done' ? 'Forgotten. A new session has begun.' : ''}
      </p>
    </section>
  );
}
