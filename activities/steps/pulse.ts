import { activityInfo, heartbeat } from '@temporalio/activity';
import { setTimeout as sleep } from 'node:timers/promises';
import { AethercastError } from '../../platform/aethercast-error.js';

/** Well under the steps' heartbeat timeout of 3 s, so that a late timer is not taken for a dead worker. */
const heartbeatEveryMs = 700;

/** Attempts in a row that may stop their worker. One or two, and somebody has killed it; so many, and it is the work. */
const maxStops = 5;

/** From so many on, an attempt is under suspicion. */
const suspectAfter = 2;

/** How long a suspect waits for the one before it, ms: some steps take hours. */
const longestWaitMs = 20_000;

/** What an attempt leaves with the engine, which hands the details of the last heartbeat to the next attempt. */
type Beat = {
  /** Attempts in a row, with this one, that have begun their work and not come to an end. */
  stops: number;
  /** Attempts that waited for the database or another attempt. */
  waited: number;
};

/**
 * The heartbeat of a step's attempt. An attempt whose worker dies or hangs leaves nothing but its last heartbeat, so
 * that one counts: work that stops its worker over and over fails by name instead of being tried for hours.
 */
export class Pulse {
  /** How many attempts before this one waited for the database or another attempt: they do not use up the tries. */
  readonly waited: number;
  readonly #stopsBefore: number;
  readonly #isFirst: boolean;
  readonly #timer: NodeJS.Timeout;
  #stops: number;

  constructor() {
    const info = activityInfo();
    this.#isFirst = info.attempt === 1;
    // A first attempt that ended with an error has left a heartbeat. One that left none has stopped its worker.
    const { stops = this.#isFirst ? 0 : 1, waited = 0 } = (info.heartbeatDetails ?? {}) as Partial<Beat>;
    this.waited = waited;
    this.#stopsBefore = stops;
    this.#stops = stops;
    this.#timer = setInterval(() => this.#beat(), heartbeatEveryMs);
  }

  /** Why the work is not to be tried again; undefined as long as it may be. @param what the step is about, in words */
  stopper(what: string): AethercastError | undefined {
    const stops = this.#stopsBefore;
    if (stops < maxStops) return undefined;
    return new AethercastError('STEP_STOPS_WORKER', {
      message: `At this step the worker stopped ${stops} times in a row, so it is not tried again: ${what}`,
      details: { stops },
    });
  }

  /**
   * Does the work, from here on at its own risk. Suspects work one after the other: what dies with its neighbour is
   * innocent, and would else share the other's sentence.
   */
  async attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#stopsBefore < suspectAfter) return this.#atRisk(work);
    const before = lastSuspect;
    const turn = Promise.race([before, sleep(longestWaitMs, undefined, { ref: false })]).then(() =>
      this.#atRisk(work),
    );
    lastSuspect = turn.catch(() => undefined);
    return turn;
  }

  /** The attempt ends with an error, so it did not stop its worker. @param isWait the error is one to wait out */
  survive(isWait: boolean): void {
    this.#stops = 0;
    this.#beat(this.waited + (isWait ? 1 : 0));
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #beat(waited = this.waited): void {
    const beat: Beat = { stops: this.#stops, waited };
    heartbeat(beat);
  }

  #atRisk<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#stops = this.#stopsBefore + 1;
    // Nearly all steps end in their first attempt, in a few milliseconds: those need no call to the engine.
    if (!this.#isFirst) this.#beat();
    return work();
  }
}

let lastSuspect: Promise<unknown> = Promise.resolve();
