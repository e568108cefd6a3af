import { counted } from '../../components/format';
import type { SourceLook } from './use-source-look';

/** So many pieces of a reason are shown: enough to see whether something is missed. */
const maxPieces = 20;

/** What will not be read, by reason; each opens to its pieces. */
export function LeftOut({ look: { left_out: pieces, left_out_counts: counts } }: { look: SourceLook }) {
  if (counts.length === 0) return <p>Nothing is left out.</p>;
  return (
    <div>
      <h4>Left out</h4>
      <ul className="create-look-left">
        {counts.map(({ reason, in_words: inWords, words, pieces: count }) => {
          const shown = pieces.filter((piece) => piece.reason === reason && piece.text !== '');
          return (
            <li key={reason}>
              <details>
                <summary>
                  {inWords} <span className="quiet number">({counted(words, 'word')})</span>
                </summary>
                <ul>
                  {shown.slice(0, maxPieces).map(({ text }, at) => (
                    <li key={at}>{text}</li>
                  ))}
                </ul>
                {count > Math.min(shown.length, maxPieces) ? (
                  <p className="quiet">and {count - Math.min(shown.length, maxPieces)} more</p>
                ) : null}
              </details>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
