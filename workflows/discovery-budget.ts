/** What is left of the time in which somebody waits for an answer. */
export class DiscoveryBudget {
  /** To put snippets and covers together after the topics are there. */
  static readonly snippetsMs = 1_500;
  /** To record the end after the last snippet. */
  static readonly closingMs = 150;

  readonly #endsAt: number;

  constructor(began: number, budgetMs: number) {
    this.#endsAt = began + budgetMs - DiscoveryBudget.closingMs;
  }

  leftMs(): number {
    return this.#endsAt - Date.now();
  }

  /** Short budgets are shared in halves. */
  forTopicsMs(): number {
    const left = this.leftMs();
    return Math.max(left - DiscoveryBudget.snippetsMs, left / 2);
  }
}
