// Writes docs/api-errors.md from the compiled table of routes.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { internalListener, internalRoutes } from '../dist/gateway/internal-routes.js';
import { apiErrorsDoc } from '../dist/gateway/openapi/api-errors-doc.js';
import { publicListener, publicRoutes } from '../dist/gateway/public-routes.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const doc = apiErrorsDoc({
  open: { listener: publicListener, routes: publicRoutes },
  internal: { listener: internalListener, routes: internalRoutes },
});
const written = await format(doc, { parser: 'markdown', printWidth: 110 });
writeFileSync(path.join(root, 'docs', 'api-errors.md'), written);
