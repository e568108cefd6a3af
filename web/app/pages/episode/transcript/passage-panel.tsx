import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { api, type Schemas } from '../../../api/client';
import { dataOf } from '../../../api/data-of';
import { Fetched } from '../../../components/fetched';
import { Icon } from '../../../components/icon';
import { SourceLink } from '../../../components/source-link';
import { sourceFacts } from '../source-facts';
import type { Line, Source } from './transcript-rows';

type Passage = Schemas['Passage'];

/** Where a line comes from: the sentences of its sources, marked in the text around them. */
export function PassagePanel({
  podcastId,
  line,
  sources,
  onClose,
}: {
  podcastId: string;
  line: Line;
  sources: readonly { source: Source; number: number }[];
  onClose: () => void;
}) {
  const passages = useQuery({
    queryKey: ['podcasts', 'passages', podcastId, line.line_id],
    queryFn: async ({ signal }) => {
      const params = { path: { id: podcastId, line_id: line.line_id } };
      return dataOf(await api.GET('/api/v1/podcasts/{id}/lines/{line_id}/passages', { params, signal }))
        .passages;
    },
    staleTime: Infinity,
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const name = useId();
  useEffect(() => heading.current?.focus({ preventScroll: true }), [line.line_id]);
  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') onClose();
  }
  return (
    <aside className="passage-panel" aria-labelledby={name} onKeyDown={press}>
      <div className="passage-head">
        <h3 ref={heading} id={name} tabIndex={-1}>
          Where this comes from
        </h3>
        <button type="button" className="icon-button" aria-label="Close the source" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {sources.map(({ source, number }) => (
        <article key={source.source_id} className="passage" aria-label={`Source ${number}`}>
          <p className="passage-source">
            {number}. <SourceLink source={source} />
          </p>
          <p className="small quiet">{sourceFacts(source)}</p>
          <Fetched from={passages} what="the passage">
            {(all) =>
              all
                .filter(({ source_id: id }) => id === source.source_id)
                .map((passage, at) => <PassageText key={at} passage={passage} />)
            }
          </Fetched>
        </article>
      ))}
    </aside>
  );
}

function PassageText({
  passage: { heading, paragraphs, is_start: isStart, is_end: isEnd },
}: {
  passage: Passage;
}) {
  return (
    <blockquote className="passage-text">
      {heading === undefined ? null : <p className="passage-heading">{heading}</p>}
      {paragraphs.map(({ sentences }, at) => (
        <p key={at}>
          {at === 0 && !isStart ? '… ' : ''}
          {sentences.map(({ sentence, text, cited }) => (
            <span key={sentence}>{cited ? <mark>{text}</mark> : text} </span>
          ))}
          {at === paragraphs.length - 1 && !isEnd ? '…' : ''}
        </p>
      ))}
    </blockquote>
  );
}
