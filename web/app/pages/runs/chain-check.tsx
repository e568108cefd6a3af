import { useMutation } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { counted } from '../../components/format';
import { Icon } from '../../components/icon';
import { checkChain } from './record/check-chain';

type Audit = Schemas['AuditRecord'];
type Checked = { entries: number; problem: string | undefined };

/** Re-hashes the record in this browser, as `aethercast verify` does. */
export function ChainCheck({ audit }: { audit: Audit }) {
  const check = useMutation({
    async mutationFn(): Promise<Checked> {
      const found = await checkChain(audit, (bytes) => crypto.subtle.digest('SHA-256', bytes));
      return { entries: audit.entries.length, problem: found?.problem };
    },
  });
  return (
    <>
      <p>
        Each change to this run is one entry, linked to the one before by a SHA-256 hash. Changing, removing
        or inserting an entry breaks the chain from there on.
      </p>
      <div className="actions">
        {isSecureContext ? (
          <button type="button" className="button" disabled={check.isPending} onClick={() => check.mutate()}>
            <Icon name="check" /> Check the {counted(audit.entries.length, 'entry', 'entries')}
          </button>
        ) : null}
        <a
          className="button button-link"
          href={`/api/v1/podcasts/${audit.workflow_id}/audit`}
          download={`${audit.workflow_id}.audit.json`}
        >
          Download the record
        </a>
      </div>
      {isSecureContext ? null : (
        <p className="notice">
          Browsers compute hashes only on https and localhost, so this page cannot check the record. Download
          it and run: aethercast verify {audit.workflow_id}.audit.json
        </p>
      )}
      <div role="status">
        {check.isSuccess ? <Result checked={check.data} /> : null}
        {check.isError ? (
          <p className="field-error">The record could not be read: it does not have the expected format.</p>
        ) : null}
      </div>
    </>
  );
}

function Result({ checked: { entries, problem } }: { checked: Checked }) {
  if (problem === undefined) {
    return (
      <p className="run-chain run-chain-good">
        <Icon name="check" />{' '}
        {entries === 1 ? 'The only entry is' : `All ${counted(entries, 'entry', 'entries')} are`} intact.
      </p>
    );
  }
  return (
    <p className="run-chain run-chain-bad">
      <Icon name="warning" /> The chain is broken. {problem}
    </p>
  );
}
