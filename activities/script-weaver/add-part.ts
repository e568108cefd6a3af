import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import { countWords } from '../../platform/count-words.js';
import type { ScriptSection } from '../../workflows/contract/script.js';
import { checkScript } from '../script/check-script.js';
import type { Manuscript, ScriptPart, WrittenSection } from '../script/script-writer.js';
import { lineId, manuscriptSchema } from '../script/script-schema.js';
import { shortenOpening } from './shorten-opening.js';

/**
 * The script with a part more, checked like anybody's. What is written is never changed: its lines may have been
 * spoken by now.
 * @throws AethercastError PSWA_BAD_SCRIPT_STRUCTURE; the same request would give the same script, so it is not tried again
 */
export function addPart(
  soFar: Manuscript | undefined,
  part: ScriptPart,
  identity: { scriptId: string; model: string },
): Manuscript {
  const { head, done } = part;
  const written = soFar?.segments ?? [];
  const added = soFar === undefined ? shortenOpening(part.sections) : part.sections;
  const segments = [...written, ...withIds(added, written.flatMap(({ lines }) => lines).length)];
  const speakers = soFar?.speakers ?? head.speakers;
  return checked({
    script_id: identity.scriptId,
    llm_model_used: identity.model,
    ...(soFar ?? head),
    segments,
    full_raw_script: rawScript(soFar?.title ?? head.title, segments),
    word_count: segments.flatMap(({ lines }) => lines).reduce((sum, { text }) => sum + countWords(text), 0),
    estimated_minutes: part.estimated_minutes,
    warnings: [...(soFar?.warnings ?? []), ...part.warnings],
    ...defined({
      checks: done ? checkScript({ segments, speakers }) : undefined,
      left_out: part.left_out,
    }),
    complete: done,
    writer_state: done ? undefined : part.state,
  });
}

function withIds(sections: readonly WrittenSection[], firstPlace: number): ScriptSection[] {
  let place = firstPlace;
  return sections.map(({ segment_title, lines }) => ({
    segment_title,
    content: lines.map(({ text }) => text).join('\n'),
    lines: lines.map((line) => ({ line_id: lineId(place++), ...line })),
  }));
}

/** The whole as text, in the tagged form that `/v1/forge_voice` also takes. */
function rawScript(title: string, segments: readonly ScriptSection[]): string {
  const body = segments.map(
    (section) =>
      `[${section.segment_title}]\n${section.lines.map((line) => `${line.speaker}: ${line.text}`).join('\n')}`,
  );
  return [`[TITLE]\n${title}`, ...body].join('\n\n');
}

function checked(manuscript: Manuscript): Manuscript {
  const { data, error } = manuscriptSchema.safeParse(manuscript);
  if (data !== undefined) return data;
  const faults = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AethercastError('PSWA_BAD_SCRIPT_STRUCTURE', {
    message: `The script is incomplete: ${faults[0] ?? 'not valid'}.`,
    details: { faults: faults.slice(0, 10) },
    cause: error,
  });
}
