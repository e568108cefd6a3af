import './subscribe.css';
import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState, type SyntheticEvent } from 'react';
import { toProblem } from '../../api/api-problem';
import { api } from '../../api/client';
import { Icon } from '../icon';

/** A rough check; the confirmation mail shows whether the address exists. */
const mailAddress = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const unlikeAddress = 'Enter a complete e-mail address, such as name@example.org.';

/** Subscribes to mails about new public episodes; the owner of the address confirms by a link in the first one. */
export function Subscribe() {
  const [email, setEmail] = useState('');
  const [refusal, setRefusal] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const subscribe = useMutation({
    mutationFn: askFor,
    onSuccess: (_, asked) => setEmail((now) => (now.trim() === asked ? '' : now)),
    onError: (error) => refuse(inWords(error)),
  });

  function refuse(why: string): void {
    setRefusal(why);
    field.current?.focus();
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const address = email.trim();
    if (address === '') refuse('Enter your e-mail address.');
    else if (!mailAddress.test(address)) refuse(unlikeAddress);
    else if (!subscribe.isPending) {
      setRefusal('');
      subscribe.mutate(address);
    }
  }

  return (
    <section className="subscribe card" aria-labelledby={`${id}-title`}>
      <div className="subscribe-parts">
        <div>
          <h2 id={`${id}-title`}>New episodes by e-mail</h2>
          <p className="quiet">
            A weekly e-mail with the new public episodes. First you confirm your address by a link, and every
            mail lets you unsubscribe.
          </p>
        </div>
        <form className="field" noValidate onSubmit={submit}>
          <label htmlFor={`${id}-email`}>E-mail address</label>
          <div className="subscribe-row">
            <input
              id={`${id}-email`}
              ref={field}
              type="email"
              autoComplete="email"
              value={email}
              aria-invalid={refusal !== ''}
              aria-describedby={refusal === '' ? undefined : `${id}-refusal`}
              onChange={(event) => {
                setEmail(event.target.value);
                setRefusal('');
                // The last outcome concerns the address before; a pending request is kept.
                if (!subscribe.isPending) subscribe.reset();
              }}
            />
            <button type="submit" className="button" aria-disabled={subscribe.isPending}>
              {subscribe.isPending ? 'Subscribing…' : 'Subscribe'}
            </button>
          </div>
          {refusal === '' ? null : (
            <p className="field-error" id={`${id}-refusal`} role="alert">
              {refusal}
            </p>
          )}
          <p role="status" className={subscribe.isSuccess ? 'subscribe-done' : 'hidden'}>
            {subscribe.isSuccess ? (
              <>
                <Icon name="check" /> {subscribe.data}
              </>
            ) : null}
          </p>
        </form>
      </div>
    </section>
  );
}

/** @returns the message to show; an address that is already subscribed counts as success */
async function askFor(email: string): Promise<string> {
  try {
    const { data } = await api.POST('/api/v1/subscribe', { body: { email } });
    return data?.message ?? '';
  } catch (error) {
    if (toProblem(error).code !== 'SUBSCRIBE_EMAIL_EXISTS') throw error;
    return 'This address is already subscribed.';
  }
}

function inWords(error: unknown): string {
  const { code, message } = toProblem(error);
  if (code === 'SUBSCRIBE_INVALID_EMAIL_FORMAT') return unlikeAddress;
  if (code !== 'NETWORK') return message;
  return 'The server is not responding, so you are not subscribed yet. Try again in a moment.';
}
