import { useDeferredValue, useMemo, useState } from 'react';
import { countWords } from '../../../../platform/count-words';
import { counted } from '../../components/format';
import { FieldError, useFieldError } from './field-error';
import { fieldIds } from './podcast-body';
import { LookAtSource } from './look-at-source';
import type { ChangeDraft } from './use-draft';

/** Longer, and the request would not be taken: a megabyte with all that goes with it. */
const maxCharacters = 950_000;
/** A longer text would freeze the field for a moment at each key. */
const maxPasted = 100_000;

/** A text of one's own, with its words counted while one types. */
export function TextField({
  text,
  title,
  onLongPaste,
  change,
}: {
  text: string;
  title: string;
  /** A pasted text that is too long for a field. */
  onLongPaste: (text: string) => void;
  change: ChangeDraft;
}) {
  const [becameFile, setBecameFile] = useState(false);
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
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          setBecameFile(pasted.length > maxPasted);
          if (pasted.length <= maxPasted) return;
          event.preventDefault();
          onLongPaste(pasted);
        }}
        onChange={({ target }) => change((draft) => ({ ...draft, text: target.value }))}
      />
      <p role="status" className={becameFile ? 'field-hint' : 'hidden'}>
        {becameFile ? 'The pasted text is long, so it was added as a file.' : ''}
      </p>
      <p className="field-hint number" id="create-text-words">
        {counted(words, 'word')}
        {text.length > maxCharacters
          ? '. This text is very long. Save it as a file and add the file instead.'
          : ''}
      </p>
      <FieldError field={fieldIds.text} />
      {text.trim() === '' ? null : (
        <div className="field">
          <label htmlFor={fieldIds.title}>Title</label>
          <input
            id={fieldIds.title}
            type="text"
            maxLength={300}
            autoComplete="off"
            value={title}
            aria-describedby="create-title-hint"
            onChange={({ target }) => change((draft) => ({ ...draft, title: target.value }))}
          />
          <p className="field-hint" id="create-title-hint">
            Optional. Without one, the title comes from the text.
          </p>
        </div>
      )}
      {text.trim() === '' || text.length > maxCharacters ? null : (
        <LookAtSource source={{ text: text.trim() }} name="the text" />
      )}
    </div>
  );
}
