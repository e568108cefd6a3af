import { toProblem, type ApiProblem } from '../../api/api-problem';
import { minutesInWords } from '../../components/minutes';
import { counted } from '../../components/format';
import { languageName } from '../../components/voices/languages';
import { useDebouncedValue } from '../../components/use-debounced-value';
import { isLasting, sourceProblem } from './source-problem';
import type { Estimate, useEstimate } from './use-estimate';

/** What the request would come to. Never in the way: an estimate that fails says so and stops nobody. */
export function EstimatePanel({ estimate }: { estimate: ReturnType<typeof useEstimate> }) {
  const { data, error, asked, isPlaceholderData, isFetching } = estimate;
  const isAsked = 'body' in asked;
  const spoken = useDebouncedValue(
    isAsked && data !== undefined && error === null ? summary(data) : '',
    1_500,
  );
  return (
    <section className="create-estimate" aria-label="Estimate" aria-busy={isFetching}>
      <p className="hidden" role="status">
        {spoken}
      </p>
      {!isAsked ? (
        <p className="quiet">
          {asked.why === undefined
            ? 'Add a source to see length and cost.'
            : `No estimate available. ${asked.why}`}
        </p>
      ) : error !== null ? (
        <p className="quiet">{unavailable(toProblem(error))}</p>
      ) : data === undefined ? (
        <div className="skeleton create-estimate-waiting" aria-hidden="true" />
      ) : (
        <div className={isPlaceholderData ? 'create-estimate-old' : undefined}>
          <Figures estimate={data} />
          <Warnings warnings={data.warnings} />
        </div>
      )}
    </section>
  );
}

/** What is wrong with a source says by itself why there is no estimate. */
function unavailable(problem: ApiProblem): string {
  return isLasting(problem) ? sourceProblem(problem) : `No estimate available. ${problem.message}`;
}

function summary({ minutes, segments, warnings }: Estimate): string {
  const said = `About ${minutesInWords(rounded(minutes))}, ${counted(segments, 'segment')}.`;
  return [said, ...warnings.map(({ message }) => message)].join(' ');
}

function Figures({
  estimate: { minutes, segments, words, cost, language, speakers },
}: {
  estimate: Estimate;
}) {
  return (
    <>
      <p className="create-estimate-minutes">
        About <strong className="number">{minutesInWords(rounded(minutes))}</strong>
      </p>
      <dl className="create-figures">
        <dt>Script</dt>
        <dd className="number">
          {counted(segments, 'segment')}, {counted(words, 'word')}
        </dd>
        <dt>Voices</dt>
        <dd>{speakers.map(({ name, voice }) => `${name} (${voice})`).join(', ')}</dd>
        <dt>Language</dt>
        <dd>{languageName(language)}</dd>
        <dt>Cost</dt>
        <dd>
          {cost.usd === 0 ? 'Free' : `$${cost.usd.toFixed(2)}`}. {cost.note}
        </dd>
      </dl>
    </>
  );
}

function Warnings({ warnings }: { warnings: Estimate['warnings'] }) {
  return warnings.length === 0 ? null : (
    <ul className="create-warnings">
      {warnings.map(({ code, message }) => (
        <li key={code}>{message}</li>
      ))}
    </ul>
  );
}

function rounded(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
