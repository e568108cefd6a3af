import type { StageName, StageState } from './stages';

export const stageWords: Record<StageName, string> = {
  reading: 'Reading the sources',
  writing: 'Writing the script',
  voices: 'Recording the voices',
  cover: 'Drawing the cover',
  finishing: 'Finishing',
};

export const stateWords: Record<StageState, string> = {
  waiting: 'Not started',
  partial: 'Partly done',
  active: 'In progress',
  paused: 'Paused',
  done: 'Done',
  failed: 'Failed',
  stopped: 'Stopped',
  missing: 'Missing',
};

/** What a failure in it is called. */
export const failureWords: Record<StageName, string> = {
  reading: 'Reading the sources failed',
  writing: 'Writing the script failed',
  voices: 'Recording the voices failed',
  cover: 'Drawing the cover failed',
  finishing: 'Finishing the episode failed',
};
