import { useEffect, useRef, type MouseEvent } from 'react';
import { Icon } from '../../components/icon';
import type { Refusal } from './form-errors';

/** All that is to be mended, in one place that gets the focus; each leads to its field. */
export function RefusalSummary({ refusals }: { refusals: readonly Refusal[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals.length > 0) box.current?.focus();
  }, [refusals]);
  if (refusals.length === 0) return null;
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1} ref={box}>
      <Icon name="warning" />
      <div>
        <p className="notice-title">
          {refusals.length === 1
            ? 'One thing is to be mended first'
            : `${refusals.length} things are to be mended first`}
        </p>
        <ul className="create-refusals">
          {refusals.map(({ field, message }) => (
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
