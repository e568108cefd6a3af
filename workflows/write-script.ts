import { script } from './activity-proxies.js';
import type { ScriptResult } from './contract/activities.js';
import { partActivityId, type RunIdentity } from './contract/podcast.js';
import type { RunControl } from './run-control.js';

/** What is written by now; undefined before the first part. Who speaks looks here for more lines. */
export type Manuscript = { latest: ScriptResult | undefined };

/** Writes the script part by part, each of them one recorded step. Answers the whole. */
export async function writeScript(input: {
  run: RunIdentity;
  control: RunControl;
  bundleUri: string;
  manuscript: Manuscript;
}): Promise<ScriptResult> {
  const { run, control, bundleUri, manuscript } = input;
  for (let part = 0; ; part += 1) {
    await control.unpaused();
    const soFar = manuscript.latest === undefined ? {} : { scriptUri: manuscript.latest.scriptUri };
    const written = await script.weaveScript.executeWithOptions({ activityId: partActivityId(part) }, [
      { run, bundleUri, part, ...soFar },
    ]);
    manuscript.latest = written;
    if (!written.complete) continue;
    control.segmentsTotal = written.lines;
    return written;
  }
}
