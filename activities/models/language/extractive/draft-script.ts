import type { PodcastScript, ScriptSection } from '../../../../workflows/contract/script.js';
import { lineId } from '../../../script-weaver/script-schema.js';
import { endPauseMs, turnOf } from '../../../script-weaver/turns.js';
import type { SpokenLine } from '../script-writer.js';
import type { DraftSection } from './compose.js';

/** Length in ms of a draft, pauses and the end included. Equal lines are estimated once: fitting asks for them often. */
export function createMeasure(
  estimateMs: (line: SpokenLine) => number,
): (sections: readonly DraftSection[]) => number {
  const known = new Map<string, number>();
  return function measure(sections) {
    let total = endPauseMs;
    for (const line of spokenLines(sections)) {
      const key = `${line.speaker} ${line.turn} ${line.text}`;
      const length = known.get(key) ?? estimateMs(line);
      known.set(key, length);
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

/** Drafts with ids and names, and the whole as text in the tagged form that `/v1/forge_voice` also takes. */
export function toScriptSections(
  title: string,
  sections: readonly DraftSection[],
  names: readonly string[],
): Pick<PodcastScript, 'segments' | 'full_raw_script'> {
  let place = 0;
  const segments = sections.map(({ title: sectionTitle, lines }): ScriptSection => {
    const named = lines.map(({ speaker, text, refs }) => ({
      line_id: lineId(place++),
      speaker: names[speaker] ?? '',
      text,
      source_refs: refs,
    }));
    return { segment_title: sectionTitle, content: named.map(({ text }) => text).join('\n'), lines: named };
  });
  const body = segments.map(
    (segment) =>
      `[${segment.segment_title}]\n${segment.lines.map((line) => `${line.speaker}: ${line.text}`).join('\n')}`,
  );
  return { segments, full_raw_script: [`[TITLE]\n${title}`, ...body].join('\n\n') };
}
