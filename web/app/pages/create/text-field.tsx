import { useDeferredValue, useMemo } from 'react';
import { countWords } from '../../../../platform/count-words';
import { counted } from '../../components/format';
import { FieldRefusal, useRefusal } from './field-error';
import { fieldIds } from './podcast-body';
import type { ChangeDraft } from './use-draft';

/** Longer, and the request would not be taken: a megabyte with all that goes with it. */
const mostCharacters = 950_000;

/** A text of one's own, with its words counted while one types. */
export function TextField({ text, change }: { text: string; change: ChangeDraft }) {
  const refusal = useRefusal(fieldIds.text);
  const counting = useDeferredValue(text);
  const words = useMemo(() => countWords(counting), [counting]);
  return (
    <div className="field">
      <label htmlFor={fieldIds.text}>Text</label>
      <textarea
        id={fieldIds.text}
        value={text}
        placeholder="Paste or write what the episode is to be made of."
        aria-invalid={refusal.isInvalid}
        aria-describedby={`create-text-words ${refusal.describedBy ?? ''}`.trim()}
        onChange={({ target }) => change((draft) => ({ ...draft, text: target.value }))}
      />
      <p className="field-hint number" id="create-text-words">
        {counted(words, 'word')}
        {text.length > mostCharacters ? '. This is very long: save it as a file and add the file.' : ''}
      </p>
      <FieldRefusal field={fieldIds.text} />
    </div>
  );
}
