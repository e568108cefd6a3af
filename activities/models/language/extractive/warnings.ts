import type { Warning } from '../../../../workflows/contract/script.js';
import type { HarvestedSource } from '../../../script/harvested-source.js';
import type { WriteRequest } from '../../../script/script-writer.js';
import type { LeftOutSentence } from './passages.js';

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

/** What no tagger can read and no voice can say. */
export function leftOutWarnings(
  sources: readonly HarvestedSource[],
  leftOut: readonly LeftOutSentence[],
): Warning[] {
  return sources.flatMap(({ title }, at) => {
    const count = leftOut.filter(
      ({ sentence }) => sentence.sourceAt === at && sentence.isCut === true,
    ).length;
    if (count === 0) return [];
    const passages = count === 1 ? 'one passage' : `${count} passages`;
    const message = `Of "${title}", ${passages} with overlong words or sentences, such as rows of letters or digits, were left out.`;
    return [{ code: 'PSWA_TEXT_LEFT_OUT', message }];
  });
}
