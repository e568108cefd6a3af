import type {
  HarvestActivities,
  NoticeActivities,
  RecordActivities,
  ScriptActivities,
  VoiceActivities,
} from '../../workflows/contract/activities.js';
import type { ImageActivities } from '../../workflows/contract/topics.js';
import { queues } from '../../workflows/contract/queues.js';
import { segmentsPerEpisode } from './zero-cost-agents.js';

/** The same names on the same queues, so that the real workflow runs the same graph; answers of the same size. */
export function createNoopActivities(speechWindow: number): Record<string, object> {
  const record: RecordActivities = {
    openRun: () => Promise.resolve({ speechWindow }),
    recordStage: () => Promise.resolve(),
    recordCover: () => Promise.resolve(),
    recordNoticeFailure: () => Promise.resolve(),
    closeRun: () => Promise.resolve(),
  };
  const harvest: HarvestActivities = {
    harvestSources: () => Promise.resolve({ bundleUri: uri, sha256, sources: 1, words: 100 }),
  };
  const script: ScriptActivities = {
    weaveScript: ({ part }) =>
      Promise.resolve({
        ...{ scriptId: sha256, scriptUri: uri, words: 100 },
        ...{ lines: part === 0 ? 1 : segmentsPerEpisode, complete: part > 0 },
      }),
  };
  const voice: VoiceActivities = {
    voiceSegment: ({ seq }) => Promise.resolve({ seq, durationMs: 1_000, bytes: 12_000 }),
    assembleEpisode: () =>
      Promise.resolve({ audioUri: uri, sha256, bytes: 360_000, durationMs: 30_000, warnings: 0 }),
  };
  const notice: NoticeActivities = { notifyStream: () => Promise.resolve({ status: 'not_configured' }) };
  const image: ImageActivities = {
    generateImage: () => Promise.resolve({ image_url: uri, thumbnail_url: uri, model_version: 'noop' }),
  };
  return {
    [queues.main]: { ...record, ...notice },
    [queues.harvest]: harvest,
    [queues.language]: script,
    [queues.speech]: voice,
    [queues.image]: image,
  };
}

const sha256 = '0'.repeat(64);
const uri = `media://local/episodes/00000000-0000-4000-8000-000000000000/sources-${sha256}.json`;
