import { FieldError, useFieldError } from './field-error';
import { fieldIds } from './podcast-body';
import type { ChangeDraft } from './use-draft';

/** A wish for the style of the episode. The persona of the writer will stand beside it. */
export function GuidanceField({ guidance, change }: { guidance: string; change: ChangeDraft }) {
  const error = useFieldError(fieldIds.guidance);
  return (
    <details className="create-more" open={guidance !== '' || error.isInvalid}>
      <summary>A note to the writer</summary>
      <div className="field">
        <label className="hidden" htmlFor={fieldIds.guidance}>
          Note to the writer
        </label>
        <textarea
          id={fieldIds.guidance}
          className="create-guidance"
          maxLength={2_000}
          value={guidance}
          placeholder="For curious twelve-year-olds; begin with a question."
          aria-invalid={error.isInvalid}
          aria-describedby={`create-guidance-hint ${error.describedBy ?? ''}`.trim()}
          onChange={({ target }) => change((draft) => ({ ...draft, guidance: target.value }))}
        />
        <p className="field-hint" id="create-guidance-hint">
          Language models follow this note. The built-in writer only quotes its sources, so it cannot; the
          episode then says so.
        </p>
        <FieldError field={fieldIds.guidance} />
      </div>
    </details>
  );
}
