import { CancellationScope, isCancellation } from '@temporalio/workflow';
import { cover, record } from './activity-options.js';
import type { EpisodeCover, ScriptResult } from './contract/activities.js';
import type { RunIdentity } from './contract/podcast.js';
import { toFailureDetail } from './run-failure.js';

/** The cover as soon as it is there, or why there is none. Rejects only when it is cancelled. */
export async function drawCover(run: RunIdentity, script: ScriptResult): Promise<EpisodeCover> {
  try {
    const { title, topic } = script;
    const { image_url: uri, thumbnail_url: thumbnailUri } = await cover.generateImage.executeWithOptions(
      { activityId: 'iga' },
      [{ run, prompt: title === topic ? title : `${title}. ${topic}`, title, aspect_ratio: '1:1' }],
    );
    await record.recordCover({ run, cover: { uri, thumbnailUri } });
    return { uri, thumbnailUri };
  } catch (error) {
    if (isCancellation(error)) throw error;
    const { code, message } = toFailureDetail(error);
    return { warning: { code, message: `The episode has no cover. ${message}` } };
  }
}

/**
 * Does the work with the cover being drawn beside it, and waits for both. Work that fails takes the cover with it.
 */
export async function besideCover(
  draw: () => Promise<EpisodeCover>,
  work: () => Promise<void>,
): Promise<EpisodeCover> {
  const scope = new CancellationScope();
  const [cover, worked] = await Promise.allSettled([
    scope.run(draw),
    work().catch((error: unknown) => {
      scope.cancel();
      throw error;
    }),
  ]);
  if (worked.status === 'rejected') throw worked.reason;
  if (cover.status === 'rejected') throw cover.reason;
  return cover.value;
}
