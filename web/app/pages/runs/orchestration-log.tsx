import type { Schemas } from '../../api/client';
import { ErrorCode } from '../../components/error-code';

const clock = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What the orchestrator wrote down for people, in order. */
export function OrchestrationLog({ entries }: { entries: readonly Schemas['StageEntry'][] }) {
  if (entries.length === 0) return <p className="quiet">The log is empty so far.</p>;
  return (
    <ol className="run-log">
      {entries.map((entry, at) => (
        <li key={at}>
          <time className="number small quiet" dateTime={entry.timestamp}>
            {clock.format(new Date(entry.timestamp))}
          </time>
          <span>
            {entry.message}
            {entry.run > 1 ? <span className="small quiet"> (attempt {entry.run})</span> : null}
            {entry.error_code === undefined ? null : <ErrorCode code={entry.error_code} />}
          </span>
        </li>
      ))}
    </ol>
  );
}
