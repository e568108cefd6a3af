import {
  ApplicationFailure,
  CancelledFailure,
  condition,
  defineQuery,
  defineUpdate,
  setHandler,
} from '@temporalio/workflow';
import { record } from './activity-proxies.js';
import type { Decisions } from './contract/decisions.js';
import { messageNames } from './contract/messages.js';
import type { PodcastProgress, PodcastStage, RunIdentity } from './contract/podcast.js';

export const progressQuery = defineQuery<PodcastProgress>(messageNames.progress);
export const pauseUpdate = defineUpdate<PodcastProgress>(messageNames.pause);
export const resumeUpdate = defineUpdate<PodcastProgress>(messageNames.resume);

/** What the run is at, and the brake: pausing lets work in flight finish and starts nothing new. */
export class RunControl {
  stage: PodcastStage = 'initialization';
  segmentsDone = 0;
  segmentsTotal: number | undefined;
  #paused = false;
  /** Somebody has paused or resumed this very run. */
  #isTold = false;
  #isClosed = false;
  #recording: Promise<void> = Promise.resolve();
  readonly #run: RunIdentity;

  /** Registers the message handlers; must happen before the workflow's first await. */
  constructor(run: RunIdentity) {
    this.#run = run;
    setHandler(progressQuery, () => this.#progress());
    const open = { validator: () => this.#refuseIfClosed() };
    setHandler(pauseUpdate, () => this.#pause(), open);
    setHandler(resumeUpdate, () => this.#resume(), open);
  }

  /**
   * What people had decided before this run began. A message to the run itself is newer.
   * @throws CancelledFailure where they had cancelled it
   */
  async obey({ pause, cancel }: Decisions): Promise<void> {
    if (cancel === 'cancelled') throw new CancelledFailure('The run was cancelled before it began.');
    if (pause === 'paused' && !this.#isTold) await this.#pause();
  }

  /** The run is about to end: messages from now on are refused. */
  close(): void {
    this.#isClosed = true;
  }

  /** Waits while the run is paused, then enters the stage. */
  async enter(stage: PodcastStage): Promise<void> {
    await this.unpaused();
    this.stage = stage;
  }

  async unpaused(): Promise<void> {
    await this.unpausedWith(() => true);
  }

  /** Waits until there is something, and the run is not paused. */
  async unpausedWith<Thing>(find: () => Thing | undefined): Promise<Thing> {
    for (;;) {
      const thing = this.#paused ? undefined : find();
      if (thing !== undefined) return thing;
      await condition(() => !this.#paused && find() !== undefined);
    }
  }

  async #pause(): Promise<PodcastProgress> {
    this.#isTold = true;
    if (!this.#paused) {
      this.#paused = true;
      await this.#recordState('paused', 'Paused: work in flight finishes, nothing new starts.', false);
    }
    return this.#progress();
  }

  async #resume(): Promise<PodcastProgress> {
    this.#isTold = true;
    if (this.#paused) {
      this.#paused = false;
      await this.#recordState(this.#statusOfStage(), 'Resumed.', true);
    }
    return this.#progress();
  }

  #refuseIfClosed(): void {
    if (this.#isClosed) throw ApplicationFailure.nonRetryable('The run is ending.', 'RUN_OVER');
  }

  /** One after the other: a quick pause and resume must not be recorded the other way round. */
  async #recordState(status: string, message: string, resumes: boolean): Promise<void> {
    const before = this.#recording;
    this.#recording = (async () => {
      await before;
      await record.recordStage({ run: this.#run, status, stage: this.stage, message, resumes });
    })();
    await this.#recording;
  }

  /** The status vocabulary has no word of its own for the first and the last stage. */
  #statusOfStage(): string {
    if (this.stage === 'initialization') return 'pending';
    return this.stage === 'finalization' ? 'vfa_audio_generation' : this.stage;
  }

  #progress(): PodcastProgress {
    return {
      stage: this.stage,
      paused: this.#paused,
      segmentsDone: this.segmentsDone,
      segmentsTotal: this.segmentsTotal,
    };
  }
}
