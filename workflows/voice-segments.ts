import { CancellationScope, isCancellation } from '@temporalio/workflow';
import { voice } from './activity-options.js';
import type { ScriptResult } from './contract/activities.js';
import { segmentActivityId } from './contract/podcast.js';
import type { RunIdentity } from './contract/podcast.js';
import type { RunControl } from './run-control.js';

/**
 * Voices every line of the script. Segment 0 goes alone, since it is what a listener waits for; then `window` lines
 * are in flight, in order. The first failure or a cancellation starts nothing new, cancels what is in flight and
 * waits for it before it is passed on, so that nothing writes after the run's end is recorded.
 */
export async function voiceSegments(input: {
  run: RunIdentity;
  control: RunControl;
  script: ScriptResult;
  window: number;
}): Promise<void> {
  const { run, control, script, window } = input;
  control.segmentsTotal = script.lines;
  let next = 0;
  let failed = false;

  async function voiceOne(seq: number): Promise<void> {
    await voice.voiceSegment.executeWithOptions({ activityId: segmentActivityId(seq) }, [
      { run, scriptUri: script.scriptUri, seq },
    ]);
    control.segmentsDone += 1;
  }

  await control.unpaused();
  await voiceOne(next++);

  const scope = new CancellationScope();
  async function lane(): Promise<void> {
    for (;;) {
      await control.unpaused();
      if (failed || next >= script.lines) return;
      try {
        await voiceOne(next++);
      } catch (error) {
        failed = true;
        scope.cancel();
        throw error;
      }
    }
  }
  const lanes = await scope.run(() => Promise.allSettled(Array.from({ length: window }, lane)));
  const failures = lanes.flatMap((settled) =>
    settled.status === 'rejected' ? [settled.reason as unknown] : [],
  );
  // The cause comes first: lanes that were cancelled because of it reject later.
  if (failures.length > 0) throw failures.find((failure) => !isCancellation(failure)) ?? failures[0];
}
