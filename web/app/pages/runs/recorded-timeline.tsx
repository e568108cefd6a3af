import { Loading } from '../../components/loading';
import { lastAttempts, recordedAttempts } from './record/attempts';
import { Timeline } from './timeline';
import type { RunDetail, useAudit } from './use-run';

/** Of an episode: every attempt that is on record. If the record is unavailable, the run itself has the latest ones. */
export function RecordedTimeline({
  audit: { data, isError },
  steps,
  now,
}: {
  audit: ReturnType<typeof useAudit>;
  steps: RunDetail['tasks'];
  now: number;
}) {
  if (data !== undefined) return <Timeline attempts={recordedAttempts(data.entries)} now={now} />;
  if (!isError) return <Loading what="the timeline" />;
  return (
    <>
      <p className="notice">
        The record could not be loaded, so this shows only the last attempt of each step.
      </p>
      <Timeline attempts={lastAttempts(steps)} now={now} />
    </>
  );
}
