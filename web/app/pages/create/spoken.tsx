import { useId } from 'react';
import type { SourceLook } from './use-source-look';

type Sentence = SourceLook['spoken'][number];

/** What a voice is given, sentence by sentence. Where other words are said than are written, both are shown. */
export function Spoken({ sentences, isShortened }: { sentences: readonly Sentence[]; isShortened: boolean }) {
  const heading = useId();
  if (sentences.length === 0) return <p>Nothing of this source can be read aloud.</p>;
  return (
    <div>
      <h4 id={heading}>As it is spoken</h4>
      {/* It scrolls, so the keyboard has to reach it. */}
      <div className="create-look-spoken" role="region" aria-labelledby={heading} tabIndex={0}>
        {sentences.map(({ text, said }, at) => (
          <p key={at}>
            {said}
            {differs(text, said) ? <span className="create-look-written">Written: {text}</span> : null}
          </p>
        ))}
      </div>
      <p className="field-hint">
        An episode takes from this what its length allows.
        {isShortened ? ' Only the beginning is shown here.' : ''}
      </p>
    </div>
  );
}

/** Other punctuation alone is heard by nobody. */
function differs(text: string, said: string): boolean {
  return bare(text) !== bare(said);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
