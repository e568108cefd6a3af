import { endPauseMs, turnOf } from '../../../script/turns.js';
import type { SpokenLine } from '../../../script/script-writer.js';
import type { DraftSection } from './compose.js';
import type { Work } from './in-turns.js';

/** Length in ms of a draft, pauses and the end included. Equal lines are estimated once: fitting asks for them often. */
export function createMeasure(
  estimateMs: (line: SpokenLine) => number,
): (sections: readonly DraftSection[]) => Work<number> {
  const known = new Map<string, number>();
  return function* measure(sections) {
    let total = endPauseMs;
    for (const line of spokenLines(sections)) {
      const key = `${line.speaker} ${line.turn} ${line.text}`;
      let length = known.get(key);
      if (length === undefined) {
        length = estimateMs(line);
        known.set(key, length);
        yield;
      }
      total += length;
    }
    return total;
  };
}

function spokenLines(sections: readonly DraftSection[]): SpokenLine[] {
  const spoken: SpokenLine[] = [];
  let previous: number | undefined;
  for (const { lines } of sections) {
    lines.forEach(({ speaker, text }, at) => {
      spoken.push({ speaker, text, turn: turnOf({ speaker, text, opensSection: at === 0 }, previous) });
      previous = speaker;
    });
  }
  return spoken;
}
