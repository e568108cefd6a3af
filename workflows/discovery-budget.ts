/** What is left of the time in which somebody waits for an answer. */
export class DiscoveryBudget {
  /** To put snippets and covers together after the topics are there. */
  static readonly snippetsMs = 1_500;
  /** To ask the record what late snippets have come to, and to record the end. */
  static readonly closingMs = 250;

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
