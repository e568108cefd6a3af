import { runStates, runStateWords } from '../../components/run/run-states';
import { kinds, kindWords } from './run-words';
import { spans, spanWords, type RunsFilter } from './runs-filter';

export function RunsFilters({
  filter,
  onChange,
}: {
  filter: RunsFilter;
  onChange: (field: keyof RunsFilter, value: string) => void;
}) {
  return (
    <div className="runs-filters" role="search" aria-label="Activity">
      <Choice
        label="Kind"
        value={filter.kind}
        options={kinds.map((kind) => [kind, kindWords[kind]])}
        onChange={(value) => onChange('kind', value)}
      />
      <Choice
        label="State"
        value={filter.state}
        options={runStates.map((state) => [state, runStateWords[state]])}
        onChange={(value) => onChange('state', value)}
      />
      <Choice
        label="Started"
        value={filter.since}
        options={spans.map((span) => [span, spanWords[span]])}
        onChange={(value) => onChange('since', value)}
      />
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string | undefined;
  options: [string, string][];
  onChange: (value: string) => void;
}) {
  return (
    <label className="runs-choice">
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">Any</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
