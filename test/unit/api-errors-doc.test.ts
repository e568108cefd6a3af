import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiErrorsDoc } from '../../gateway/openapi/api-errors-doc.js';
import { repositoryRoot } from '../support/repository-root.js';

describe('docs/api-errors.md', () => {
  it('says what the program answers (npm run api-errors writes it anew)', () => {
    const kept = readFileSync(path.join(repositoryRoot, 'docs', 'api-errors.md'), 'utf8');
    assert.equal(plain(kept), plain(apiErrorsDoc()));
  });
});

/** Without what prettier does to tables and lines. */
function plain(markdown: string): string {
  return markdown.replace(/-{3,}/g, '---').replace(/\s+/g, ' ');
}
