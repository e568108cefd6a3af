import './slider-field.css';
import type { ReactNode } from 'react';

/**
 * A number chosen by a slider whose positions are `steps`. Beside it are `children`, for instance an input for any other
 * number, or else the value in words.
 */
export function SliderField({
  id,
  label,
  steps,
  value,
  inWords,
  hint,
  children,
  onChange,
}: {
  id: string;
  label: string;
  /** Ascending; the slider stands at the nearest. */
  steps: readonly number[];
  value: number;
  inWords: (value: number) => string;
  hint?: ReactNode;
  children?: ReactNode;
  onChange: (value: number) => void;
}) {
  return (
    <div className="field slider-field">
      <label htmlFor={id}>{label}</label>
      <div className="slider-field-row">
        <input
          id={id}
          type="range"
          min={0}
          max={steps.length - 1}
          step={1}
          value={nearest(steps, value)}
          aria-valuetext={inWords(value)}
          onChange={(event) => {
            const chosen = steps[Number(event.target.value)];
            if (chosen !== undefined) onChange(chosen);
          }}
        />
        {children ?? <span className="slider-field-value number">{inWords(value)}</span>}
      </div>
      {hint === undefined ? null : <p className="field-hint">{hint}</p>}
    </div>
  );
}

function nearest(steps: readonly number[], value: number): number {
  const distances = steps.map((step) => Math.abs(step - value));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}
