/** What people decided about a run, by gate: the latest decision stands. On record, since the engine may lose its state. */
export type Decisions = { pause?: 'paused' | 'resumed'; cancel?: 'cancelled' };

/** One decision at a gate. */
export type Decision = {
  [Gate in keyof Decisions]-?: { gate: Gate; decision: NonNullable<Decisions[Gate]> };
}[keyof Decisions];
