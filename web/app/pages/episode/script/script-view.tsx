import { useState } from 'react';
import { counted } from '../../../components/format';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { chapterTitle } from '../../../player/chapters';
import { ScriptLine } from './script-line';
import { SourceList } from './source-list';
import type { Script, useScript } from './use-script';

/** The rest is a click away, and so is a section of more lines than that. */
const openSections = 2;
const manyLines = 60;

/** The script as far as it is written, with the sources of every line. */
export function ScriptView({ script, isLive }: { script: ReturnType<typeof useScript>; isLive: boolean }) {
  return (
    <section className="episode-script" aria-labelledby="episode-script">
      <h2 id="episode-script">Script and sources</h2>
      {script.isPending ? <Loading what="the script" lines={6} /> : null}
      {script.isError ? (
        <ProblemNotice
          error={script.error}
          title={script.data === undefined ? 'The script could not be loaded.' : 'This may be out of date.'}
          onRetry={() => void script.refetch()}
        />
      ) : null}
      {script.data === undefined ? null : (
        <>
          <Sections script={script.data} />
          {!script.data.complete && isLive ? <p className="quiet">The rest is still being written.</p> : null}
          <SourceList sources={script.data.sources} leftOut={script.data.left_out ?? []} />
        </>
      )}
    </section>
  );
}

function Sections({ script: { segments, sources } }: { script: Script }) {
  return segments.map((section, at) => (
    <Section key={at} section={section} sources={sources} isFirst={at < openSections} />
  ));
}

/** Its lines are in the page from when it is opened on: a script of an hour has very many. */
function Section({
  section: { segment_title: title, lines },
  sources,
  isFirst,
}: {
  section: Script['segments'][number];
  sources: Script['sources'];
  isFirst: boolean;
}) {
  const [isOpen, setOpen] = useState(isFirst && lines.length <= manyLines);
  return (
    <details
      className="episode-section"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h3>{chapterTitle(title)}</h3>
        <span className="small quiet number">{counted(lines.length, 'line')}</span>
      </summary>
      {isOpen ? (
        <dl>
          {lines.map((line) => (
            <ScriptLine key={line.line_id} line={line} sources={sources} />
          ))}
        </dl>
      ) : null}
    </details>
  );
}
