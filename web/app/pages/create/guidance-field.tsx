import { FieldRefusal, useRefusal } from './field-error';
import { fieldIds } from './podcast-body';
import type { ChangeDraft } from './use-draft';

/** A wish for how it is told. The persona of the writer will stand beside it. */
export function GuidanceField({ guidance, change }: { guidance: string; change: ChangeDraft }) {
  const refusal = useRefusal(fieldIds.guidance);
  return (
    <details className="create-more" open={guidance !== '' || refusal.isInvalid}>
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
          aria-invalid={refusal.isInvalid}
          aria-describedby={`create-guidance-hint ${refusal.describedBy ?? ''}`.trim()}
          onChange={({ target }) => change((draft) => ({ ...draft, guidance: target.value }))}
        />
        <p className="field-hint" id="create-guidance-hint">
          Language models follow it. The built-in writer only quotes its sources and cannot; the episode then
          says so.
        </p>
        <FieldRefusal field={fieldIds.guidance} />
      </div>
    </details>
  );
}
