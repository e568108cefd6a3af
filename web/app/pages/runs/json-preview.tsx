import { useState } from 'react';

const previewLines = 24;
const previewLength = 2_000;

/** JSON as formatted text; a large one is cut until all of it is asked for. */
export function JsonPreview({ title, value }: { title: string; value: unknown }) {
  const [all, setAll] = useState(false);
  if (value === null || value === undefined) return null;
  const text = JSON.stringify(value, null, 2);
  const cut = cutOf(text);
  const isCut = !all && cut.length < text.length;
  return (
    <figure className="json">
      <figcaption>{title}</figcaption>
      <pre tabIndex={0} aria-label={title}>
        {isCut ? `${cut}\n…` : text}
      </pre>
      {isCut ? (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Show all ({Math.ceil(text.length / 1_024)} KB)
        </button>
      ) : null}
    </figure>
  );
}

function cutOf(text: string): string {
  return text.split('\n', previewLines).join('\n').slice(0, previewLength);
}
