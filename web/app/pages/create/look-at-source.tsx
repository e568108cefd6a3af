import { useId } from 'react';
import { counted, moment } from '../../components/format';
import { Icon } from '../../components/icon';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { languageName } from '../../components/voices/languages';
import { LeftOut } from './left-out';
import { Spoken } from './spoken';
import { SourceCheck } from './source-check';
import { useSourceLook, type Source, type SourceLook } from './use-source-look';

/** A look at what will be read of a source, before anything is made of it. */
export function LookAtSource({ source, name }: { source: Source; name: string }) {
  const look = useSourceLook(source);
  const { isOpen, toggle, data, error, isFetching, refetch } = look;
  const panel = useId();
  const label = isOpen ? 'Hide what will be read' : 'Look at what will be read';
  return (
    <div className="create-look">
      <SourceCheck look={look} />
      <button
        type="button"
        className="button button-link create-look-button"
        aria-label={`${label} of ${name}`}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={toggle}
      >
        <Icon name="text" /> {label}
      </button>
      <div id={panel}>
        {!isOpen ? null : isFetching ? (
          <Loading what="what will be read" lines={4} />
        ) : error !== null ? (
          <ProblemNotice
            error={error}
            title="This source could not be read."
            onRetry={() => void refetch()}
          />
        ) : data === undefined ? null : (
          <section className="create-look-panel" aria-label={`What will be read of ${name}`}>
            <Facts look={data} />
            {data.warnings.map(({ code, message }) => (
              <p key={code} className="create-look-warning">
                {message}
              </p>
            ))}
            <LeftOut look={data} />
            <Spoken sentences={data.spoken} isShortened={data.shortened} />
          </section>
        )}
      </div>
    </div>
  );
}

function Facts({ look }: { look: SourceLook }) {
  const { title, words, said_words: said, truncated } = look;
  const share = words === 0 ? 0 : Math.round((said / words) * 100);
  return (
    <>
      <h3 className="create-look-title">{title}</h3>
      <p className="small quiet">{about(look)}</p>
      <p className="number">
        {said === 0
          ? `None of its ${counted(words, 'word')} can be read aloud.`
          : `${said.toLocaleString('en')} of ${counted(words, 'word')} can be read aloud (${share} %).`}
        {truncated ? ' The source is very long; only its beginning is used.' : ''}
      </p>
    </>
  );
}

function about({ byline, site_name: site, published_at: published, language }: SourceLook): string {
  const date = published === null || Number.isNaN(Date.parse(published)) ? published : moment(published);
  return [byline, site, date, language === null ? 'Too short to tell its language' : languageName(language)]
    .filter((fact) => fact !== null)
    .join(' · ');
}
