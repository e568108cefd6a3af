// Where each attempt's bar stands. Pure, and imports types alone (see check-chain.ts).
import type { Attempt } from './attempts.js';

/** `left` and `width` are parts of the whole, 0 to 1. */
export type Bar = { attempt: Attempt; left: number; width: number };
/** Bars of one lane do not overlap. */
export type AgentGroup = { agent: string; lanes: Bar[][] };
/** Each run has an axis of its own: between a failure and its retry there may be days. */
export type RunLayout = { run: number; from: number; totalMs: number; ticks: number[]; groups: AgentGroup[] };

/** Narrower bars would not be seen; a lane keeps so much free for each. */
const minWidth = 0.006;

/** Sums of parts are not exact. */
const rounding = 1e-9;

/** Runs, the newest first; agents in the order of their steps; bars by their beginning. Open ones reach to `now`. */
export function layOutTimeline(attempts: readonly Attempt[], now: number): RunLayout[] {
  const runs = groupBy(attempts, ({ run }) => run);
  return [...runs]
    .sort(([a], [b]) => b - a)
    .map(([run, ofRun]) => {
      const from = Math.min(...ofRun.map((attempt) => attempt.from));
      const totalMs = Math.max(...ofRun.map((attempt) => (attempt.to ?? now) - from), 1);
      return { run, from, totalMs, ticks: ticksOf(totalMs), groups: groupsOf(ofRun, { from, totalMs, now }) };
    });
}

type Axis = { from: number; totalMs: number; now: number };

function groupsOf(attempts: readonly Attempt[], axis: Axis): AgentGroup[] {
  const byOrder = [...attempts].sort((a, b) => a.order - b.order || a.from - b.from);
  return [...groupBy(byOrder, ({ agent }) => agent)].map(([agent, ofAgent]) => ({
    agent,
    lanes: lanesOf(ofAgent, axis),
  }));
}

/** Like `Map.groupBy`, which Node 20 does not have. */
function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Each bar goes into the first lane that is free when it begins. */
function lanesOf(attempts: readonly Attempt[], axis: Axis): Bar[][] {
  const lanes: Bar[][] = [];
  for (const attempt of [...attempts].sort((a, b) => a.from - b.from)) {
    const bar = barOf(attempt, axis);
    const lane = lanes.find((bars) => endOf(bars.at(-1)) <= bar.left + rounding);
    if (lane === undefined) lanes.push([bar]);
    else lane.push(bar);
  }
  return lanes;
}

function barOf(attempt: Attempt, { from, totalMs, now }: Axis): Bar {
  const left = Math.min((attempt.from - from) / totalMs, 1 - minWidth);
  // A reader's clock may be behind the server's.
  const lastsMs = Math.max((attempt.to ?? now) - attempt.from, 0);
  return { attempt, left, width: Math.min(Math.max(lastsMs / totalMs, minWidth), 1 - left) };
}

function endOf(bar: Bar | undefined): number {
  return bar === undefined ? 0 : bar.left + bar.width;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const steps = [
  ...[0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
];

/** Round moments from the beginning on, at most six. */
function ticksOf(totalMs: number): number[] {
  const step = steps.find((ms) => totalMs / ms < 6) ?? Math.ceil(totalMs / (6 * hour)) * hour;
  return Array.from({ length: Math.floor(totalMs / step) + 1 }, (_, at) => at * step);
}
