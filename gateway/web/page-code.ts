import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Of Vite's manifest (https://vite.dev/guide/backend-integration): what is built of a source, and what that imports. */
const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]) }),
);

type Manifest = z.infer<typeof manifestSchema>;

const entry = 'index.html';

/**
 * Reads what was built. Answers, for the source of a page's module such as `app/pages/home/home.tsx`, the value of a `Link`
 * header by which a browser fetches its code together with the app that will ask for it, instead of after it; throws where
 * there is no such page.
 */
export function readPageCode(builtFolder: string): (source: string) => string {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(path.join(builtFolder, 'manifest.json'), 'utf8')),
  );
  // The page names these itself.
  const already = filesOf(entry, manifest);
  return (source) =>
    [...filesOf(source, manifest)]
      .filter((file) => !already.has(file))
      .map((file) => `</${file}>; rel=modulepreload`)
      .join(', ');
}

/** The file of a module, and those of all that it imports. */
function filesOf(name: string, manifest: Manifest, found = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`The web app that was built has no ${name}.`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports) filesOf(imported, manifest, found);
  return found;
}
