import { voice } from './activity-proxies.js';
import { allOrNone } from './all-or-none.js';
import type { ScriptResult } from './contract/activities.js';
import { segmentActivityId } from './contract/podcast.js';
import type { RunIdentity } from './contract/podcast.js';
import type { RunControl } from './run-control.js';
import type { Manuscript } from './write-script.js';

/**
 * Voices every line of the script, also while it is still being written. Segment 0 goes alone, since it is what a
 * listener waits for; then `window` lines are in flight, in order.
 */
export async function voiceSegments(input: {
  run: RunIdentity;
  control: RunControl;
  manuscript: Manuscript;
  window: number;
}): Promise<void> {
  const { run, control, manuscript, window } = input;
  let next = 0;

  /** The script, when the next line is there to be spoken, or when there is none to come. */
  function ready(): ScriptResult | undefined {
    const { latest } = manuscript;
    return latest !== undefined && (next < latest.lines || latest.complete) ? latest : undefined;
  }

  async function voiceNext({ scriptUri }: ScriptResult): Promise<void> {
    const seq = next++;
    await voice.voiceSegment.executeWithOptions({ activityId: segmentActivityId(seq) }, [
      { run, scriptUri, seq },
    ]);
    control.segmentsDone += 1;
  }

  async function lane(): Promise<void> {
    for (;;) {
      const script = await control.unpausedWith(ready);
      if (next >= script.lines) return;
      await voiceNext(script);
    }
  }

  const opening = await control.unpausedWith(ready);
  control.stage = 'vfa_audio_generation';
  await voiceNext(opening);
  await allOrNone(Array.from({ length: window }, () => lane));
}
