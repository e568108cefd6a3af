import { toProblem } from '../../api/api-problem';
import { minEpisodeWords } from '../../../../platform/count-words';
import { counted } from '../../components/format';
import { Icon } from '../../components/icon';
import { languageName } from '../../components/voices/languages';
import { sourceProblem } from './source-problem';
import type { useSourceLook } from './use-source-look';

/** Whether a source can be used, in a line: what it holds, or why not and what helps. */
export function SourceCheck({ look }: { look: ReturnType<typeof useSourceLook> }) {
  const { data, error, isLooking } = look;
  const problem = isLooking || error === null ? undefined : sourceProblem(toProblem(error));
  const warning =
    data !== undefined && data.words < minEpisodeWords
      ? `Only ${counted(data.words, 'word')}: an episode needs ${minEpisodeWords} in all.`
      : undefined;
  return (
    <p className={problem === undefined ? 'field-hint' : 'field-error'} role="status">
      {isLooking ? (
        'Checking…'
      ) : problem !== undefined ? (
        problem
      ) : data === undefined ? null : (
        <>
          <Icon name={warning === undefined ? 'check' : 'warning'} />{' '}
          {warning ??
            [counted(data.words, 'word'), data.language === null ? undefined : languageName(data.language)]
              .filter((fact) => fact !== undefined)
              .join(' · ')}
        </>
      )}
    </p>
  );
}
