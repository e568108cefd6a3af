import { useState, type ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { counted } from '../../components/format';
import { summariseCost, usd, type ProviderCall } from './record/summarise-cost';

/** What was bought of whom, summed up; each call when asked for. */
export function CostLedger({
  calls,
  isLive,
}: {
  calls: Schemas['AuditRecord']['provider_calls'];
  isLive: boolean;
}) {
  const [all, setAll] = useState(false);
  if (calls.length === 0) return <p className="quiet">No provider has been called.</p>;
  const { totalUsd, unsettled, lines } = summariseCost(calls);
  return (
    <>
      <p>
        <b className="number">{usd(totalUsd)}</b> for {counted(calls.length, 'call')}.
        {unsettled === 0 ? '' : ` ${unsettledWords(unsettled, isLive)}`}
      </p>
      <Table head={['Provider', 'Model', 'Calls', 'Failed', 'Units', 'Cost']} name="Cost by provider">
        {lines.map((line) => (
          <tr key={`${line.provider}/${line.model}/${line.unit}`}>
            <th scope="row">{line.provider}</th>
            <td>{line.model}</td>
            <td className="number">{line.calls}</td>
            <td className="number">{line.failed}</td>
            <td className="number">{unitsOf(line)}</td>
            <td className="number">{usd(line.costUsd)}</td>
          </tr>
        ))}
      </Table>
      <details className="run-details" onToggle={(event) => setAll(event.currentTarget.open)}>
        <summary>Every call</summary>
        {all ? <Calls calls={calls} /> : null}
      </details>
    </>
  );
}

/** Units are recorded in the plural. */
function unitsOf({ units, unit }: Pick<ProviderCall, 'units' | 'unit'>): string {
  return counted(units, unit.replace(/s$/, ''), unit);
}

function unsettledWords(count: number, isLive: boolean): string {
  const isOne = count === 1;
  if (isLive) return `${count} of them ${isOne ? 'is' : 'are'} still in progress.`;
  return `${count} of them ${isOne ? 'has' : 'have'} no recorded result and may have been billed.`;
}

function Calls({ calls }: { calls: readonly ProviderCall[] }) {
  return (
    <Table head={['Step', 'Run', 'Attempt', 'Provider', 'Units', 'Cost', 'Outcome']} name="Provider calls">
      {calls.map((call) => (
        <tr key={`${call.token}/${call.run_number}/${call.attempt}`}>
          <th scope="row">{call.token.slice(call.token.indexOf('/') + 1)}</th>
          <td className="number">{call.run_number}</td>
          <td className="number">{call.attempt}</td>
          <td>{call.provider}</td>
          <td className="number">{unitsOf(call)}</td>
          <td className="number">{usd(call.cost_usd)}</td>
          <td>{call.outcome}</td>
        </tr>
      ))}
    </Table>
  );
}

function Table({ head, name, children }: { head: string[]; name: string; children: ReactNode }) {
  return (
    <div className="run-scroll" tabIndex={0} role="region" aria-label={name}>
      <table className="run-table">
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
