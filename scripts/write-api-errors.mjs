// Writes docs/api-errors.md from the compiled table of routes.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { apiErrorsDoc } from '../dist/gateway/openapi/api-errors-doc.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const written = await format(apiErrorsDoc(), { parser: 'markdown', printWidth: 110 });
writeFileSync(path.join(root, 'docs', 'api-errors.md'), written);
