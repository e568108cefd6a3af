import { SourceLink } from '../../../components/source-link';
import type { Line, Script } from './use-script';

/** One line of one speaker, and where it comes from for who asks. */
export function ScriptLine({ line, sources }: { line: Line; sources: Script['sources'] }) {
  const cited = sources
    .map((source, at) => ({
      source,
      number: at + 1,
      sentences: line.source_refs
        .filter(({ source_id: id }) => id === source.source_id)
        .map(({ sentence }) => sentence + 1),
    }))
    .filter(({ sentences }) => sentences.length > 0);
  return (
    <div className="episode-line">
      <dt>{line.speaker}</dt>
      <dd>
        <p>{line.text}</p>
        {cited.length === 0 ? null : (
          <details className="episode-cited small">
            <summary>
              {cited.length === 1 ? 'Source' : 'Sources'} {cited.map(({ number }) => number).join(', ')}
            </summary>
            <ul>
              {cited.map(({ source, number, sentences }) => (
                <li key={source.source_id}>
                  {number}. <SourceLink source={source} />
                  <span className="quiet">
                    , {sentences.length === 1 ? 'sentence' : 'sentences'} {sentences.join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </dd>
    </div>
  );
}
