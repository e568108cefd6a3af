import type { StageName, StageState } from './stages';

export const stageWords: Record<StageName, string> = {
  reading: 'Reading the sources',
  writing: 'Writing the script',
  voices: 'Recording the voices',
  cover: 'Drawing the cover',
  finishing: 'Finishing',
};

export const stateWords: Record<StageState, string> = {
  waiting: 'To come',
  active: 'Under way',
  paused: 'Paused',
  done: 'Done',
  failed: 'Failed here',
  stopped: 'Stopped',
  missing: 'Missing',
};

/** What a failure in it is called. */
export const failureWords: Record<StageName, string> = {
  reading: 'It failed while the sources were read',
  writing: 'It failed while the script was written',
  voices: 'It failed while the voices were recorded',
  cover: 'It failed while the cover was drawn',
  finishing: 'It failed while it was being finished',
};
