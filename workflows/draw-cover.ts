import { isCancellation } from '@temporalio/workflow';
import { cover, record } from './activity-proxies.js';
import {
  coverWarning,
  type DrawnCover,
  type EpisodeCover,
  type ScriptResult,
} from './contract/activities.js';
import type { FailureDetail } from './contract/failures.js';
import type { RunIdentity } from './contract/podcast.js';
import type { RunControl } from './run-control.js';
import { toFailureDetail } from './run-failure.js';
import type { Manuscript } from './write-script.js';

/**
 * The cover, drawn as soon as the episode has a title, or why there is none. Rejects only when it is cancelled.
 */
export async function drawCover(input: {
  run: RunIdentity;
  control: RunControl;
  manuscript: Manuscript;
}): Promise<EpisodeCover> {
  const { run, control, manuscript } = input;
  try {
    return await draw(run, await control.unpausedWith(() => manuscript.latest));
  } catch (error) {
    if (isCancellation(error)) throw error;
    return coverless(toFailureDetail(error));
  }
}

/** The same for a cover that was drawn and lost. The step that drew it would not draw again; it is a step of its own. */
export async function redrawCover(input: { run: RunIdentity; script: ScriptResult }): Promise<EpisodeCover> {
  const { run, script } = input;
  try {
    return await draw(run, script, `again:${run.runNumber}`);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return dropCover(run, toFailureDetail(error));
  }
}

/** Takes a cover that is lost off the record. */
export async function dropCover(run: RunIdentity, why: FailureDetail): Promise<EpisodeCover> {
  await record.recordCover({ run, cover: null });
  return coverless(why);
}

async function draw(run: RunIdentity, { scriptUri }: ScriptResult, item?: string): Promise<DrawnCover> {
  const image = {
    run,
    scriptUri,
    aspect_ratio: '1:1',
    ...(item === undefined ? {} : { item }),
  } as const;
  const { image_url: uri, thumbnail_url: thumbnailUri } = await cover.generateImage.executeWithOptions(
    { activityId: item === undefined ? 'iga' : `iga:${item}` },
    [image],
  );
  await record.recordCover({ run, cover: { uri, thumbnailUri } });
  return { uri, thumbnailUri };
}

function coverless({ code, message, step }: FailureDetail): EpisodeCover {
  return { warning: { code, message: coverWarning(message) }, ...(step === undefined ? {} : { step }) };
}
