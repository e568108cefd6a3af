import type { Attempt } from './record/attempts';
import { took } from '../../components/took';

export const attemptStates: Record<Attempt['state'], string> = {
  in_progress: 'In progress',
  completed: 'Completed',
  failed: 'Failed',
  cut_short: 'Interrupted',
};

const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 1,
});

/** Every attempt in the order of its beginning. */
export function AttemptsTable({ attempts, now }: { attempts: readonly Attempt[]; now: number }) {
  const inOrder = [...attempts].sort((a, b) => a.from - b.from);
  return (
    <div className="run-scroll" tabIndex={0} role="region" aria-label="Attempts">
      <table className="run-table">
        <thead>
          <tr>
            {['Agent', 'Step', 'Run', 'Attempt', 'State', 'Started', 'Took'].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder.map((attempt) => (
            <tr key={`${attempt.activityId}/${attempt.run}/${attempt.attempt}`}>
              <td>{attempt.agent}</td>
              <th scope="row">{attempt.activityId}</th>
              <td className="number">{attempt.run}</td>
              <td className="number">{attempt.attempt}</td>
              <td>{attemptStates[attempt.state]}</td>
              <td className="number">{clock.format(attempt.from)}</td>
              <td className="number">{took((attempt.to ?? now) - attempt.from)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
