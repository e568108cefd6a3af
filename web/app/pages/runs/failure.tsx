import { ErrorCode } from '../../components/error-code';
import { Icon } from '../../components/icon';
import { advise } from '../../components/run/advise';
import type { RunDetail } from './use-run';

/** Why the run ended without success, and what helps. */
export function Failure({ run }: { run: RunDetail }) {
  const { error_code: code, error_message: message } = run;
  const isBad = run.overall_status === 'failed';
  return (
    <div className={isBad ? 'notice notice-bad' : 'notice'}>
      <Icon name={isBad ? 'warning' : 'close'} />
      <div>
        <p className="notice-title">{message ?? 'The run ended without giving a reason.'}</p>
        <p>{advise(code ?? '')}</p>
        {code === null ? null : <ErrorCode code={code} />}
      </div>
    </div>
  );
}
