import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { toProblem, type ApiProblem } from '../../api/api-problem';
import { api } from '../../api/client';
import { Icon } from '../../parts/icon';

/** Asks for mails about new public episodes; the owner of the address confirms by a link in the first one. */
export function SubscribeForm() {
  const [email, setEmail] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const subscribe = useMutation({
    mutationFn: async (address: string) => {
      const { data } = await api.POST('/api/v1/subscribe', { body: { email: address } });
      return data?.message ?? '';
    },
    onSuccess: () => setEmail(''),
    onError: () => input.current?.focus(),
  });

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (!subscribe.isPending) subscribe.mutate(email.trim());
  }

  const problem = subscribe.error === null ? undefined : inWords(toProblem(subscribe.error));
  return (
    <section className="card settings-section" aria-labelledby="settings-subscribe">
      <h2 id="settings-subscribe">New episodes by mail</h2>
      <p className="field-hint">
        A weekly mail with the new public episodes. You are asked once by mail whether it is really you, and
        every mail has a link to leave.
      </p>
      <form className="field" noValidate onSubmit={submit}>
        <label htmlFor="settings-email">E-mail address</label>
        <div className="settings-row">
          <input
            id="settings-email"
            ref={input}
            type="email"
            autoComplete="email"
            value={email}
            aria-invalid={problem !== undefined}
            aria-describedby={problem === undefined ? undefined : 'settings-email-problem'}
            onChange={(event) => {
              setEmail(event.target.value);
              subscribe.reset();
            }}
          />
          <button type="submit" className="button" aria-disabled={subscribe.isPending}>
            {subscribe.isPending ? 'Sending…' : 'Subscribe'}
          </button>
        </div>
        {problem === undefined ? null : (
          <p className="field-error" id="settings-email-problem" role="alert">
            {problem}
          </p>
        )}
        <p role="status" className={subscribe.isSuccess ? 'settings-subscribed' : 'hidden'}>
          {subscribe.isSuccess ? (
            <>
              <Icon name="check" /> {subscribe.data}
            </>
          ) : null}
        </p>
      </form>
    </section>
  );
}

function inWords({ code, message }: ApiProblem): string {
  if (code === 'SUBSCRIBE_EMAIL_REQUIRED') return 'Enter your e-mail address.';
  if (code === 'SUBSCRIBE_INVALID_EMAIL_FORMAT') return 'This is not a complete e-mail address.';
  if (code === 'NETWORK')
    return 'The server does not answer. You are not subscribed yet: try again in a moment.';
  return message;
}
