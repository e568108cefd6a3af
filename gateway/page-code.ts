import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Of Vite's manifest (https://vite.dev/guide/backend-integration): what is built of a source, and what that imports. */
const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]) }),
);

const entry = 'index.html';

/**
 * The value of a `Link` header by which a browser fetches the code of a page together with the app that will ask for it,
 * instead of after it.
 *
 * @param source of the page's module, such as `app/pages/home/home.tsx`
 * @throws where the app that was built has no such page
 */
export function linksToCode(builtFolder: string, source: string): string {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(path.join(builtFolder, 'manifest.json'), 'utf8')),
  );
  const files = new Map<string, string>();
  function add(name: string): void {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`The web app that was built has no ${name}.`);
    if (files.has(name)) return;
    files.set(name, chunk.file);
    chunk.imports.forEach(add);
  }
  // The page names these itself.
  add(entry);
  const already = new Set(files.keys());
  add(source);
  return [...files]
    .filter(([name]) => !already.has(name))
    .map(([, file]) => `</${file}>; rel=modulepreload`)
    .join(', ');
}
