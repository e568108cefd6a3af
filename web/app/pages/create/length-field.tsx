import { useState } from 'react';
import { minutesInWords, minuteSteps } from '../../components/minutes';
import { SliderField } from '../../components/slider-field';
import { minuteLimits } from './draft';
import { FieldError, useFieldError } from './field-error';
import { fieldIds } from './podcast-body';

/** The wished length: a slider, and a number field for any other length. */
export function LengthField({ minutes, onChange }: { minutes: number; onChange: (minutes: number) => void }) {
  const error = useFieldError(fieldIds.minutes);
  // What is typed is not a number all the time.
  const [typed, setTyped] = useState<string>();
  return (
    <div>
      <SliderField
        id="create-minutes-slider"
        label="Length"
        steps={minuteSteps}
        value={minutes}
        inWords={minutesInWords}
        onChange={onChange}
      >
        <input
          id={fieldIds.minutes}
          type="number"
          aria-label="Length in minutes"
          min={minuteLimits.min}
          max={minuteLimits.max}
          step={0.5}
          value={typed ?? minutes}
          aria-invalid={error.isInvalid}
          aria-describedby={error.describedBy}
          onChange={({ target }) => {
            setTyped(target.value);
            if (Number.isFinite(target.valueAsNumber)) onChange(target.valueAsNumber);
          }}
          onBlur={() => setTyped(undefined)}
        />
        <span aria-hidden="true">min</span>
      </SliderField>
      <FieldError field={fieldIds.minutes} />
    </div>
  );
}
