// Writes the web app's API types from the compiled table of routes; with --check it only says whether they are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../dist/gateway/openapi/openapi-document.js';
import { publicListener, publicRoutes } from '../dist/gateway/public-routes.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const file = path.join(root, 'web', 'app', 'api', 'schema.d.ts');
const document = JSON.parse(JSON.stringify(openApiDocument(publicRoutes, publicListener)));
const written = `// Written by \`npm run api-types\` from the gateway's routes.\n${astToString(await openapiTypes(document))}`;

if (!process.argv.includes('--check')) writeFileSync(file, written);
else if (readFileSync(file, 'utf8') !== written) {
  process.stderr.write('web/app/api/schema.d.ts is not up to date: run `npm run api-types`.\n');
  process.exit(1);
}
