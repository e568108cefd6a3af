import type { Schemas } from '../../api/client';
import { Icon, type IconName } from '../icon';

type Stand = { overall_status: Schemas['OverallStatus']; status: string };
type Look = { words: string; icon: IconName; tone: '' | 'good' | 'bad' | 'live' };

const ends: Partial<Record<Schemas['OverallStatus'], Look>> = {
  pending: { words: 'Waiting to start', icon: 'spark', tone: 'live' },
  completed: { words: 'Finished', icon: 'check', tone: 'good' },
  completed_with_errors: { words: 'Finished, with warnings', icon: 'warning', tone: 'good' },
  failed: { words: 'Failed', icon: 'warning', tone: 'bad' },
  cancelled: { words: 'Cancelled', icon: 'close', tone: '' },
};

/** What a run in progress is doing, by its detailed state. */
const doing: Partial<Record<string, string>> = {
  initialization: 'Starting',
  wcha_content_retrieval: 'Reading the sources',
  pswa_script_generation: 'Writing the script',
  vfa_audio_generation: 'Recording the voices',
  finalization: 'Finishing',
  asf_notification: 'Finishing',
  awaiting_review: 'Waiting for your review',
  tda_topic_discovery: 'Finding topics',
  snippet_generation: 'Writing snippets',
};

export function lookOf({ overall_status: overall, status }: Stand): Look {
  const end = ends[overall];
  if (end !== undefined) return end;
  if (status === 'paused') return { words: 'Paused', icon: 'pause', tone: '' };
  return { words: doing[status] ?? 'In progress', icon: 'brand', tone: 'live' };
}

/** Whether the run has not ended. */
export function isUnderWay(overall: Schemas['OverallStatus']): boolean {
  return overall === 'pending' || overall === 'in_progress';
}

/** A run's state in words, with an icon and a colour. */
export function RunState({ of }: { of: Stand }) {
  const { words, icon, tone } = lookOf(of);
  return (
    <span className={tone === '' ? 'state' : `state state-${tone}`}>
      <Icon name={icon} /> {words}
    </span>
  );
}
