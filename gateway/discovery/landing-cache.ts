import { LRUCache } from 'lru-cache';
import type { Database } from '../../db/connect.js';
import { isDatabaseAway } from '../../platform/database-away.js';
import { findLandingVersion, readLandingSet, type LandingSet } from '../../db/landing-pages.js';
import type { Logger } from '../../platform/log.js';

export type SnippetSet = LandingSet;

/** A set in memory is trusted for this long; then one index look-up finds out whether there is a newer one. */
const trustedMs = 1_000;
const maxSets = 100;

type Held = { set: SnippetSet | undefined; checkedAt: number; checking: Promise<void> | undefined };

/** The last good sets of snippets, held in memory and at most a second behind the database. */
export class LandingCache {
  readonly #db: Database;
  readonly #log: Logger;
  readonly #held = new LRUCache<string, Held>({ max: maxSets });

  constructor({ db, log }: { db: Database; log: Logger }) {
    this.#db = db;
    this.#log = log;
  }

  /** Undefined when there is none. The same object as before when nothing has changed. */
  async find(name: string): Promise<SnippetSet | undefined> {
    let held = this.#held.get(name);
    if (held === undefined) {
      held = { set: undefined, checkedAt: 0, checking: undefined };
      this.#held.set(name, held);
    }
    if (Date.now() - held.checkedAt >= trustedMs) {
      held.checking ??= this.#check(name, held);
      await held.checking;
    }
    return held.set;
  }

  /** The set has changed: the next request looks it up. */
  forget(name: string): void {
    this.#held.delete(name);
  }

  /** One look-up at a time, however many requests wait for it. */
  async #check(name: string, held: Held): Promise<void> {
    try {
      const version = await findLandingVersion(this.#db, name);
      if (version !== held.set?.workflowId) {
        held.set = version === undefined ? undefined : await readLandingSet(this.#db, name);
      }
      held.checkedAt = Date.now();
    } catch (error) {
      // A page says when it was made: better an old one than none.
      if (held.set === undefined || !isDatabaseAway(error)) throw error;
      held.checkedAt = Date.now();
      this.#log.warn({ err: error, set: name }, 'the database is away; the landing page is shown as it was');
    } finally {
      held.checking = undefined;
    }
  }
}
