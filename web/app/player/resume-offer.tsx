import { clock } from '../parts/format';
import { Icon } from '../parts/icon';

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
