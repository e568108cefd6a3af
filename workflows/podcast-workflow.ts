import { allHandlersFinished, CancellationScope, condition, isCancellation } from '@temporalio/workflow';
import { assembly, harvest, record, script } from './activity-options.js';
import type { RunEnd, ScriptResult } from './contract/activities.js';
import type { PodcastRunResult, RunIdentity } from './contract/podcast.js';
import { runFailure, toFailureDetail } from './run-failure.js';
import { RunControl } from './run-control.js';
import { voiceSegments } from './voice-segments.js';
import type { RunInput } from './contract/runs.js';

/**
 * One episode: harvest -> script -> voices -> finished file. Every step stores its product before it is recorded, so
 * a new run of the same workflow redoes only what had not succeeded. Ends by recording the run's terminal state,
 * whatever happened; a run recorded as failed then fails in the engine too, which lets its id start again.
 */
export async function podcastWorkflow({ run }: RunInput): Promise<PodcastRunResult> {
  const control = new RunControl(run);
  try {
    const warnings = await produceEpisode(run, control);
    await finish(run, {
      overallStatus: 'completed',
      stage: 'finalization',
      message:
        warnings > 0 ? `The episode is finished, with ${warnings} warnings.` : 'The episode is finished.',
      result: { podcast_id: run.workflowId, status: 'completed' },
    });
    return { workflowId: run.workflowId, status: 'completed' };
  } catch (error) {
    if (isCancellation(error)) {
      await finish(run, { overallStatus: 'cancelled', stage: control.stage });
      throw error;
    }
    const detail = toFailureDetail(error);
    await finish(run, { overallStatus: 'failed', stage: control.stage, ...detail });
    throw runFailure(detail, error);
  }
}

/** The stages in order; answers the number of warnings in the finished episode. */
async function produceEpisode(run: RunIdentity, control: RunControl): Promise<number> {
  const { speechWindow } = await record.openRun({ run });

  await control.enter('wcha_content_retrieval');
  const { bundleUri } = await harvest.harvestSources.executeWithOptions({ activityId: 'wcha' }, [{ run }]);

  await control.enter('pswa_script_generation');
  const written: ScriptResult = await script.weaveScript.executeWithOptions({ activityId: 'pswa' }, [
    { run, bundleUri },
  ]);

  await control.enter('vfa_audio_generation');
  await voiceSegments({ run, control, script: written, window: speechWindow });

  await control.enter('finalization');
  const episode = await assembly.assembleEpisode.executeWithOptions({ activityId: 'assembly' }, [
    { run, scriptUri: written.scriptUri, segments: written.lines },
  ]);
  return episode.warnings;
}

/**
 * The end is recorded for as long as it takes, and whoever sent a message gets an answer; a cancellation that comes
 * only now comes too late, or engine and record would tell different ends.
 */
async function finish(run: RunIdentity, end: RunEnd): Promise<void> {
  await CancellationScope.nonCancellable(async () => {
    await record.closeRun({ run, end });
    await condition(allHandlersFinished);
  });
}
