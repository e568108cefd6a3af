import type { Content, OpenApiDocument, Operation, Parameter } from './openapi-document.js';

/** The OpenAPI document as one self-contained page: no script, nothing loaded, light and dark. */
export function docsPage(document: OpenApiDocument, jsonPath: string): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = document.tags.map(({ name }) => {
    const here = operations.filter(({ operation }) => operation.tags.includes(name));
    return `<section><h2>${text(name)}</h2>${here.map(operationOf).join('')}</section>`;
  });
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${text(name)}"><summary><code>${text(name)}</code></summary>${json(schema)}</details>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(document.info.title)} API</title>
<style>${docsStyle}</style>
</head>
<body>
<main>
<h1>${text(document.info.title)} API</h1>
<p>${prose(document.info.description)}</p>
<p><a href="${text(jsonPath)}">The OpenAPI ${document.openapi} document</a></p>
${sections.join('\n')}
<section><h2>Schemas</h2>${schemas.join('\n')}</section>
</main>
</body>
</html>
`;
}

type Entry = { path: string; method: string; operation: Operation };

function operationOf({ path, method, operation }: Entry): string {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  return `<details id="${text(operationId)}"><summary><span class="method">${method.toUpperCase()}</span>
<code>${text(path)}</code> <span class="what">${prose(summary)}</span></summary>
${description === undefined ? '' : `<p>${prose(description)}</p>`}
${parametersOf(parameters)}
${requestBody === undefined ? '' : `<h3>Request body</h3>${contentOf(requestBody.content)}`}
<h3>Answers</h3>
${Object.entries(responses)
  .map(
    ([status, response]) =>
      `<h4>${status}</h4>${paragraphs(response.description)}${contentOf(response.content ?? {})}`,
  )
  .join('')}
</details>`;
}

function parametersOf(parameters: Parameter[]): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: place, required, description = '' }) =>
      `<tr><td><code>${text(name)}</code></td><td>${place}${required ? ', required' : ''}</td><td>${prose(description)}</td></tr>`,
  );
  return `<h3>Parameters</h3><table><thead><tr><th>Name</th><th>Where</th><th>What</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Problems are all alike: their codes stand in the description. */
function contentOf(content: Content): string {
  return Object.entries(content)
    .filter(([type]) => type !== 'application/problem+json')
    .map(
      ([type, { schema }]) => `<p class="type">${text(type)}</p>${schema === undefined ? '' : json(schema)}`,
    )
    .join('');
}

function paragraphs(description: string): string {
  return description
    .split('\n\n')
    .map((paragraph) => `<p>${prose(paragraph).replace(/^([A-Z][A-Z0-9_]+):/, '<code>$1</code>')}</p>`)
    .join('');
}

/** References become links to the schemas at the end of the page. */
function json(value: unknown): string {
  const written = text(JSON.stringify(value, null, 2)).replace(
    /&quot;#\/components\/schemas\/(\w+)&quot;/g,
    '<a href="#schema-$1">$1</a>',
  );
  return `<pre tabindex="0">${written}</pre>`;
}

/** Text with code in back-ticks. */
function prose(value: string): string {
  return text(value).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export const docsStyle = `
:root { color-scheme: light dark; --line: light-dark(#d5d9e0, #3a404b); --soft: light-dark(#f4f6f9, #1d2128);
  --ink: light-dark(#1b1f27, #e7eaf0); --quiet: light-dark(#525b6b, #a3adbd); --link: light-dark(#0b57b7, #8ab8ff); }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: light-dark(#fff, #14171c); }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.8rem; } h2 { margin-top: 2.5rem; font-size: 1.3rem; } h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
h4 { font-size: .95rem; margin: 1rem 0 .2rem; }
a { color: var(--link); }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; padding: .5rem .9rem; }
summary { cursor: pointer; padding: .2rem 0; }
summary:focus-visible, a:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.method { display: inline-block; min-width: 4.2rem; font-weight: 600; font-size: .85rem; }
.what { color: var(--quiet); } .type { color: var(--quiet); margin: .4rem 0 .2rem; }
code, pre { font: .87em/1.5 ui-monospace, monospace; }
pre { background: var(--soft); border-radius: .4rem; padding: .8rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem .3rem 0;
  border-bottom: 1px solid var(--line); vertical-align: top; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
`;
