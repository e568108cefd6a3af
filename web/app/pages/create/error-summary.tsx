import { useEffect, useRef, type MouseEvent } from 'react';
import { Icon } from '../../components/icon';
import type { FormError } from './form-errors';

/** All that is to be mended, in one place that gets the focus; each leads to its field. */
export function ErrorSummary({ errors, attempt }: { errors: readonly FormError[]; attempt: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Each time it is asked for, not while the fields are being corrected.
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1} ref={box}>
      <Icon name="warning" />
      <div>
        <p className="notice-title">
          {errors.length === 1 ? 'Please fix one thing first' : `Please fix ${errors.length} things first`}
        </p>
        <ul className="create-errors">
          {errors.map(({ field, message }) => (
            <li key={`${field ?? ''} ${message}`}>
              {field === undefined ? (
                message
              ) : (
                <a href={`#${field}`} onClick={(event) => goTo(field, event)}>
                  {message}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function goTo(field: string, event: MouseEvent): void {
  event.preventDefault();
  const control = document.getElementById(field);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
