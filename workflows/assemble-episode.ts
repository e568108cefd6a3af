import { assembly } from './activity-proxies.js';
import type { EpisodeCover, ScriptResult } from './contract/activities.js';
import type { RunIdentity } from './contract/podcast.js';
import { dropCover, redrawCover } from './draw-cover.js';
import { toFailureDetail } from './run-failure.js';

/**
 * The finished file, and the cover in it. A cover that was lost since it was drawn is drawn again; when that fails, or it
 * is lost again, the episode is finished without one.
 */
export async function assembleEpisode(input: {
  run: RunIdentity;
  script: ScriptResult;
  cover: EpisodeCover;
}): Promise<{ warnings: number; cover: EpisodeCover }> {
  const { run, script } = input;
  let { cover } = input;
  for (let losses = 0; ; losses += 1) {
    try {
      const { warnings } = await assembly.assembleEpisode.executeWithOptions({ activityId: 'assembly' }, [
        { run, scriptUri: script.scriptUri, segments: script.lines, cover },
      ]);
      return { warnings, cover };
    } catch (error) {
      const lost = toFailureDetail(error);
      if (lost.code !== 'IGA_PICTURE_LOST') throw error;
      cover = losses === 0 ? await redrawCover({ run, script }) : await dropCover(run, lost);
    }
  }
}
