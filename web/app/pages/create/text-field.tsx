import { useDeferredValue, useMemo } from 'react';
import { countWords } from '../../../../platform/count-words';
import { counted } from '../../components/format';
import { FieldError, useFieldError } from './field-error';
import { fieldIds } from './podcast-body';
import { LookAtSource } from './look-at-source';
import type { ChangeDraft } from './use-draft';

/** Longer, and the request would not be taken: a megabyte with all that goes with it. */
const maxCharacters = 950_000;

/** A text of one's own, with its words counted while one types. */
export function TextField({ text, change }: { text: string; change: ChangeDraft }) {
  const error = useFieldError(fieldIds.text);
  const counting = useDeferredValue(text);
  const words = useMemo(() => countWords(counting), [counting]);
  return (
    <div className="field">
      <label htmlFor={fieldIds.text}>Text</label>
      <textarea
        id={fieldIds.text}
        value={text}
        placeholder="Paste or write the text to turn into an episode."
        aria-invalid={error.isInvalid}
        aria-describedby={`create-text-words ${error.describedBy ?? ''}`.trim()}
        onChange={({ target }) => change((draft) => ({ ...draft, text: target.value }))}
      />
      <p className="field-hint number" id="create-text-words">
        {counted(words, 'word')}
        {text.length > maxCharacters
          ? '. This text is very long. Save it as a file and add the file instead.'
          : ''}
      </p>
      <FieldError field={fieldIds.text} />
      {text.trim() === '' || text.length > maxCharacters ? null : (
        <LookAtSource source={{ text: text.trim() }} name="the text" />
      )}
    </div>
  );
}
