import { listLeftOut } from '../../../../workflows/contract/left-out-words.js';
import type { LeftOutCount, LeftOutReason } from '../../../../workflows/contract/left-out.js';
import type { Warning } from '../../../../workflows/contract/script.js';
import type { HarvestedSource } from '../../../script/harvested-source.js';
import type { WriteRequest } from '../../../script/script-writer.js';

/** The one persona that fits a writer who only quotes. */
const ownPersona = 'InformativeHost';

/** What was asked for and cannot be done without a language model, and what was left out: said, never silent. */
export function warningsFor(request: WriteRequest, used: readonly HarvestedSource[]): Warning[] {
  const warnings: Warning[] = [];
  if (request.persona !== ownPersona) {
    warnings.push({
      code: 'PSWA_PERSONA_IGNORED',
      message: `The extractive writer has no personas; "${request.persona.slice(0, 60)}" was not followed.`,
    });
  }
  if ((request.narrativeGuidance ?? '').trim() !== '') {
    warnings.push({
      code: 'PSWA_GUIDANCE_IGNORED',
      message: 'The extractive writer cannot follow narrative guidance; it was not used.',
    });
  }
  for (const source of request.sources) {
    if (!used.includes(source)) {
      warnings.push({
        code: 'PSWA_SOURCE_SKIPPED',
        message: `"${source.title}" is not in English and was left out.`,
      });
    } else if (source.truncated === true) {
      warnings.push({
        code: 'PSWA_SOURCE_TRUNCATED',
        message: `"${source.title}" is very long; only its beginning was read.`,
      });
    }
  }
  return warnings;
}

/** What nobody misses: the page around a text, and what is said by other means or for want of time. */
const unmissed: readonly LeftOutReason[] = [
  'boilerplate',
  'navigation',
  'consent_notice',
  'paywall_notice',
  'hidden',
  'picture',
  'reference_list',
  'front_matter',
  'deleted_text',
  'link',
  'duplicate',
  'about_the_text',
  'heading',
  'no_room',
];

/** Of the page around a text, one short clause is enough. */
const aroundText: readonly LeftOutReason[] = ['boilerplate', 'navigation', 'consent_notice'];

/** One warning a source of whose text something is not read; `counts` go by the source's place. */
export function leftOutWarnings(
  sources: readonly HarvestedSource[],
  counts: readonly LeftOutCount[][],
): Warning[] {
  return sources.flatMap(({ title }, at) => {
    const own = counts[at] ?? [];
    const missed = own.filter(({ reason }) => !unmissed.includes(reason));
    if (missed.length === 0) return [];
    const isOne = missed.length === 1 && missed[0]?.pieces === 1;
    const around = own
      .filter(({ reason }) => aroundText.includes(reason))
      .reduce((sum, { pieces }) => sum + pieces, 0);
    const clause = around === 0 ? '' : `, nor was the page around the text (${around})`;
    const message = `Of "${title}", ${listLeftOut(missed)} ${isOne ? 'was' : 'were'} not read${clause}.`;
    return [{ code: 'PSWA_TEXT_LEFT_OUT', message }];
  });
}
