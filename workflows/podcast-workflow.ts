import { allHandlersFinished, CancellationScope, condition, isCancellation } from '@temporalio/workflow';
import { harvest, record } from './activity-proxies.js';
import { allOrNone } from './all-or-none.js';
import { assembleEpisode } from './assemble-episode.js';
import type { RunEnd } from './contract/activities.js';
import type { PodcastRunResult, RunIdentity } from './contract/podcast.js';
import { drawCover } from './draw-cover.js';
import { notifyStream } from './notify-stream.js';
import { runFailure, toFailureDetail } from './run-failure.js';
import { RunControl } from './run-control.js';
import { stageOf } from './stage-of.js';
import { voiceSegments } from './voice-segments.js';
import { writeScript, type Manuscript } from './write-script.js';
import type { RunInput } from './contract/runs.js';

/**
 * One episode: harvest -> script, voices and cover side by side -> finished file -> notice to the streamer. Every step
 * stores its product before it is recorded, so a new run of the same workflow redoes only what had not succeeded.
 * Ends by recording the run's terminal state, whatever happened; a run recorded as failed then fails in the engine
 * too, which lets its id start again.
 */
export async function podcastWorkflow({ run }: RunInput): Promise<PodcastRunResult> {
  const control = new RunControl(run);
  try {
    const { warnings, overallStatus, status } = await produceEpisode(run, control);
    control.stage = 'finalization';
    await finish(run, control, {
      overallStatus,
      status,
      stage: control.stage,
      message:
        warnings > 0 ? `The episode is finished, with ${warnings} warnings.` : 'The episode is finished.',
      result: { podcast_id: run.workflowId, status },
    });
    return { workflowId: run.workflowId, status: overallStatus };
  } catch (error) {
    if (isCancellation(error)) {
      await finish(run, control, { overallStatus: 'cancelled', stage: control.stage });
      throw error;
    }
    const detail = toFailureDetail(error);
    const stage = stageOf(error) ?? control.stage;
    await finish(run, control, { overallStatus: 'failed', stage, ...detail });
    throw runFailure(detail, error);
  }
}

type Produced = {
  /** In the finished episode. */
  warnings: number;
  overallStatus: PodcastRunResult['status'];
  /** In detail. */
  status: string;
};

/** The stages in order, but for script, voices and cover, which go side by side. */
async function produceEpisode(run: RunIdentity, control: RunControl): Promise<Produced> {
  const { speechWindow: window, decisions } = await record.openRun({ run });
  await control.obey(decisions ?? {});

  await control.enter('wcha_content_retrieval');
  const { bundleUri } = await harvest.harvestSources.executeWithOptions({ activityId: 'wcha' }, [{ run }]);

  await control.enter('pswa_script_generation');
  const manuscript: Manuscript = { latest: undefined };
  const [script, drawn] = await allOrNone([
    () => writeScript({ run, control, bundleUri, manuscript }),
    () => drawCover({ run, control, manuscript }),
    () => voiceSegments({ run, control, manuscript, window }),
  ]);

  await control.enter('finalization');
  const { warnings, cover } = await assembleEpisode({ run, script, cover: drawn });

  await control.enter('asf_notification');
  if ((await notifyStream(run)) === 'failed') {
    const status = 'completed_with_asf_notification_failure';
    return { warnings: warnings + 1, overallStatus: 'completed_with_errors', status };
  }
  const overallStatus = 'warning' in cover ? 'completed_with_errors' : 'completed';
  return { warnings, overallStatus, status: overallStatus };
}

/**
 * Records the end, however long that takes, and answers every pending message. A cancellation that arrives now is too
 * late: otherwise engine and record would show different ends.
 */
async function finish(run: RunIdentity, control: RunControl, end: RunEnd): Promise<void> {
  control.close();
  await CancellationScope.nonCancellable(async () => {
    await record.closeRun({ run, end });
    await condition(allHandlersFinished);
  });
}
