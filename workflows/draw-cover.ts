import { isCancellation } from '@temporalio/workflow';
import { cover, record } from './activity-proxies.js';
import type { EpisodeCover } from './contract/activities.js';
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
    const { title, topic } = await control.unpausedWith(() => manuscript.latest);
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
