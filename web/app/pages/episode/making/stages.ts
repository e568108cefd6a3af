// The making of an episode as people see it, from its record. Pure.
import type { EpisodeDetail } from '../data/episode-query';
import { isUnderWay } from '../../../components/run/run-state';

export const stageNames = ['reading', 'writing', 'voices', 'cover', 'finishing'] as const;
export type StageName = (typeof stageNames)[number];

/**
 * `partial`: an earlier run has begun it, this one has not started yet. `stopped`: the run ended while it was at it.
 * `missing`: the episode is finished without it.
 */
export type StageState =
  'waiting' | 'partial' | 'active' | 'paused' | 'done' | 'failed' | 'stopped' | 'missing';
export type Stage = { name: StageName; state: StageState; beganAt?: string; endedAt?: string };

type LogEntry = EpisodeDetail['orchestration_log'][number];

/** The log's stage names; the cover is drawn beside the others and has none. */
const loggedAs: Partial<Record<string, StageName>> = {
  initialization: 'reading',
  wcha_content_retrieval: 'reading',
  pswa_script_generation: 'writing',
  vfa_audio_generation: 'voices',
  finalization: 'finishing',
  asf_notification: 'finishing',
};

export function stagesOf(episode: EpisodeDetail): Stage[] {
  const failed = failedStage(episode);
  return stageNames.map((name) => ({
    name,
    ...timesOf(episode, name),
    state: failed === name ? 'failed' : stateOf(episode, name),
  }));
}

/**
 * Where a failed run failed: where its last entry says, unless that is done. Runs that were ended from outside are
 * recorded as if they had failed at their start.
 */
export function failedStage(episode: EpisodeDetail): StageName | undefined {
  if (episode.overall_status !== 'failed') return undefined;
  const end = episode.orchestration_log.findLast(({ error_code: code }) => code !== undefined);
  const stages = [end, ...episode.orchestration_log.toReversed()].map(
    (entry) => loggedAs[entry?.stage ?? ''],
  );
  return (
    [...stages, ...stageNames].find((name) => name !== undefined && !isDone(episode, name)) ?? 'finishing'
  );
}

function stateOf(episode: EpisodeDetail, name: StageName): StageState {
  const { overall_status: overall, status } = episode;
  if (isDone(episode, name)) return 'done';
  if (overall.startsWith('completed')) return 'missing';
  if (overall === 'pending')
    return name === 'voices' && episode.progress.segments_done > 0 ? 'partial' : 'waiting';
  if (!hasBegun(episode, name)) return 'waiting';
  if (!isUnderWay(overall)) return 'stopped';
  return status === 'paused' ? 'paused' : 'active';
}

/**
 * What an earlier run of the same episode did stays done. The counts may be newer than the log: no line is recorded
 * before it is written.
 */
function isDone({ overall_status: overall, ...episode }: EpisodeDetail, name: StageName): boolean {
  const { segments_done: done, segments_total: total } = episode.progress;
  if (name === 'cover') return episode.cover_url !== null;
  if (overall.startsWith('completed')) return true;
  switch (name) {
    case 'reading':
      return (
        done > 0 ||
        total !== null ||
        episode.orchestration_log.some(({ stage }) => loggedAs[stage] === 'writing')
      );
    case 'writing':
      return total !== null;
    case 'voices':
      return total !== null && done >= total;
    case 'finishing':
      return false;
  }
}

function hasBegun(episode: EpisodeDetail, name: StageName): boolean {
  if (name === 'reading') return true;
  if (name === 'writing') return isDone(episode, 'reading');
  if (name === 'finishing') return entriesOf(episode, name).some(({ run }) => run === episode.run_number);
  // Voices and cover begin with the first part of the script.
  return episode.script_url !== null || episode.progress.segments_done > 0;
}

function timesOf(episode: EpisodeDetail, name: StageName): { beganAt?: string; endedAt?: string } {
  const entries = entriesOf(episode, name);
  const run = entries.at(-1)?.run;
  const began = entries.find((entry) => entry.run === run)?.timestamp;
  if (began === undefined) return {};
  const ended = endOf(episode, name, began);
  return { beganAt: began, ...(ended === undefined ? {} : { endedAt: ended }) };
}

/** The record says when a stage begins; those that others wait for end when these begin. */
function endOf(episode: EpisodeDetail, name: StageName, began: string): string | undefined {
  if (!isDone(episode, name)) return undefined;
  if (name === 'finishing') return episode.ended_timestamp ?? undefined;
  const next = { reading: 'writing', voices: 'finishing', writing: undefined, cover: undefined }[name];
  return episode.orchestration_log.find(
    ({ stage, timestamp }) => next !== undefined && loggedAs[stage] === next && timestamp >= began,
  )?.timestamp;
}

/** Entries about pausing, resuming and ending are listed under the stage where they happened, but are no work of it. */
function entriesOf(episode: EpisodeDetail, name: StageName): LogEntry[] {
  return episode.orchestration_log.filter(
    ({ stage, status, error_code: code }) =>
      loggedAs[stage] === name &&
      stage !== 'initialization' &&
      code === undefined &&
      status !== 'paused' &&
      !status.startsWith('completed'),
  );
}
