import { Link } from 'wouter';
import { Icon } from '../../components/icon';
import { RunControls } from '../../components/run/run-controls';
import type { useRunControl } from '../../components/run/use-run-control';
import type { RunDetail } from './use-run';

/** What can be done to an episode's run; other runs are asked for again where they came from. */
export function RunActions({ run, control }: { run: RunDetail; control: ReturnType<typeof useRunControl> }) {
  if (run.podcast_url === null) return null;
  return (
    <>
      <Link href={`/episodes/${run.run_id}`} className="button">
        Open the episode
      </Link>
      <RunControls stand={run} control={control} />
      {run.overall_status === 'failed' || run.overall_status === 'cancelled' ? (
        <button
          type="button"
          className="button button-primary"
          disabled={control.busy !== undefined}
          onClick={() => control.act('retry')}
        >
          <Icon name="retry" /> {control.busy === 'retry' ? 'Restarting…' : 'Retry'}
        </button>
      ) : null}
    </>
  );
}
