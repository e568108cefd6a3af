/** Whose work it is: a run, and who asked for it. */
export type Claimant = { ownerId: string; workflowId: string };

/** How much may be at work at the same time: altogether, of one owner, of one run. */
export type Shares = { all: number; owner: number; run: number };

type Entry<Item> = { item: Item; claimant: Claimant; place: number };

/**
 * Work that waits for its turn. The next turn goes to the owner who has least at work and has waited longest, among
 * that owner's runs to the one of which the same is true. Nobody ever has more than a share, so that there is room
 * for others whatever one of them sends.
 */
export class FairQueue<Item> {
  readonly #shares: Shares;
  readonly #waiting: Entry<Item>[] = [];
  readonly #working = new Map<string, number>();
  readonly #lastTurn = new Map<string, number>();
  #turns = 0;
  #places = 0;

  constructor(shares: Shares) {
    this.#shares = shares;
  }

  push(item: Item, claimant: Claimant): void {
    this.#waiting.push({ item, claimant, place: this.#places++ });
  }

  /** Takes out what nobody wants any more; false when its turn has come already. */
  remove(item: Item): boolean {
    const at = this.#waiting.findIndex((entry) => entry.item === item);
    if (at >= 0) this.#waiting.splice(at, 1);
    return at >= 0;
  }

  /** Whose turn it is now; undefined when everybody has to wait. Call `finished` when the work is over. */
  next(): { item: Item; claimant: Claimant } | undefined {
    if (this.#countOf(all) >= this.#shares.all) return undefined;
    const [first] = this.#waiting
      .filter(({ claimant }) => this.#hasRoom(claimant))
      .sort((one, other) => this.#compare(one, other));
    if (first === undefined) return undefined;
    this.remove(first.item);
    this.#turns += 1;
    for (const name of namesOf(first.claimant)) {
      this.#working.set(name, this.#countOf(name) + 1);
      this.#lastTurn.set(name, this.#turns);
    }
    return { item: first.item, claimant: first.claimant };
  }

  finished(claimant: Claimant): void {
    for (const name of namesOf(claimant)) {
      const left = this.#countOf(name) - 1;
      if (left > 0) this.#working.set(name, left);
      else this.#working.delete(name);
    }
    // With nothing waiting, nobody's earlier turn matters any more.
    if (this.#waiting.length === 0) this.#lastTurn.clear();
  }

  /** Empties the queue. */
  clear(): Item[] {
    return this.#waiting.splice(0).map(({ item }) => item);
  }

  #hasRoom(claimant: Claimant): boolean {
    return (
      this.#countOf(ownerOf(claimant)) < this.#shares.owner &&
      this.#countOf(runOf(claimant)) < this.#shares.run
    );
  }

  #compare(one: Entry<Item>, other: Entry<Item>): number {
    for (const nameOf of [ownerOf, runOf]) {
      const [a, b] = [nameOf(one.claimant), nameOf(other.claimant)];
      if (a === b) continue;
      const byWork = this.#countOf(a) - this.#countOf(b);
      if (byWork !== 0) return byWork;
      const byTurn = (this.#lastTurn.get(a) ?? 0) - (this.#lastTurn.get(b) ?? 0);
      if (byTurn !== 0) return byTurn;
    }
    return one.place - other.place;
  }

  #countOf(name: string): number {
    return this.#working.get(name) ?? 0;
  }
}

const all = 'all';

function namesOf(claimant: Claimant): string[] {
  return [all, ownerOf(claimant), runOf(claimant)];
}

function ownerOf({ ownerId }: Claimant): string {
  return `owner ${ownerId}`;
}

function runOf({ workflowId }: Claimant): string {
  return `run ${workflowId}`;
}
