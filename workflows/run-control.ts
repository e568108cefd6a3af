import { condition, defineQuery, defineUpdate, setHandler } from '@temporalio/workflow';
import { record } from './activity-proxies.js';
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
  #recording: Promise<void> = Promise.resolve();
  readonly #run: RunIdentity;

  /** Registers the message handlers; must happen before the workflow's first await. */
  constructor(run: RunIdentity) {
    this.#run = run;
    setHandler(progressQuery, () => this.#progress());
    setHandler(pauseUpdate, async () => {
      if (!this.#paused) {
        this.#paused = true;
        await this.#recordState('paused', 'Paused: work in flight finishes, nothing new starts.', false);
      }
      return this.#progress();
    });
    setHandler(resumeUpdate, async () => {
      if (this.#paused) {
        this.#paused = false;
        await this.#recordState(this.#statusOfStage(), 'Resumed.', true);
      }
      return this.#progress();
    });
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
