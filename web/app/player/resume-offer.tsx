import { clock } from '../components/format';
import { Icon } from '../components/icon';

/** Where the listener left off earlier. */
export function ResumeOffer({ ms, onResume }: { ms: number; onResume: () => void }) {
  return (
    <button type="button" className="button resume-offer" onClick={onResume}>
      <Icon name="forward" />
      <span>
        Resume at <span className="number">{clock(ms)}</span>
      </span>
    </button>
  );
}
