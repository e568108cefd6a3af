import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { internalListener, internalRoutes } from '../../gateway/internal-routes.js';
import { apiErrorsDoc } from '../../gateway/openapi/api-errors-doc.js';
import { publicListener, publicRoutes } from '../../gateway/public-routes.js';
import { repositoryRoot } from '../support/repository-root.js';

describe('docs/api-errors.md', () => {
  it('says what the program answers (npm run api-errors writes it anew)', () => {
    const kept = readFileSync(path.join(repositoryRoot, 'docs', 'api-errors.md'), 'utf8');
    const made = apiErrorsDoc({
      open: { listener: publicListener, routes: publicRoutes },
      internal: { listener: internalListener, routes: internalRoutes },
    });
    assert.equal(plain(kept), plain(made));
  });
});

/** Without what prettier does to tables and lines. */
function plain(markdown: string): string {
  return markdown.replace(/-{3,}/g, '---').replace(/\s+/g, ' ');
}
