import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { toProblem } from '../../api/api-problem';
import { api } from '../../api/client';
import { Icon } from '../../parts/icon';

/** As much as a page can tell; whether there is such an address, its mail tells. */
const mailAddress = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

export function Subscribe() {
  const [email, setEmail] = useState('');
  const [isWrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const subscribe = useMutation({
    mutationFn: async (address: string) => {
      const { data } = await api.POST('/api/v1/subscribe', { body: { email: address } });
      return data?.message ?? '';
    },
    onSuccess: () => setEmail(''),
  });

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const address = email.trim();
    const isRight = mailAddress.test(address);
    setWrong(!isRight);
    if (!isRight) field.current?.focus();
    else if (!subscribe.isPending) subscribe.mutate(address);
  }

  return (
    <section className="home-subscribe card" aria-labelledby="subscribe-title">
      <div>
        <h2 id="subscribe-title">New episodes by mail</h2>
        <p className="quiet">Once a week, what is new and public. You can leave with one click.</p>
      </div>
      <form onSubmit={submit} noValidate>
        <div className="field">
          <label htmlFor="subscribe-email">E-mail address</label>
          <input
            id="subscribe-email"
            ref={field}
            type="email"
            autoComplete="email"
            value={email}
            aria-invalid={isWrong}
            aria-describedby="subscribe-result"
            onChange={(event) => {
              setEmail(event.target.value);
              setWrong(false);
            }}
          />
        </div>
        <button type="submit" className="button" aria-busy={subscribe.isPending}>
          {subscribe.isPending ? 'Subscribing…' : 'Subscribe'}
        </button>
        <div id="subscribe-result" role="status">
          {isWrong ? (
            <p className="field-error">This is no e-mail address yet: it looks like name@example.org.</p>
          ) : (
            <Outcome error={subscribe.error} message={subscribe.data} />
          )}
        </div>
      </form>
    </section>
  );
}

function Outcome({ error, message }: { error: unknown; message: string | undefined }) {
  if (error !== null) {
    const { code, message: why } = toProblem(error);
    if (code !== 'SUBSCRIBE_EMAIL_EXISTS') return <p className="field-error">{why}</p>;
    return (
      <p className="home-subscribed">This address is subscribed already. There is nothing left to do.</p>
    );
  }
  if (message === undefined) return null;
  return (
    <p className="home-subscribed">
      <Icon name="check" /> {message}
    </p>
  );
}
