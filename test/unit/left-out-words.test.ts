import assert from 'node:assert/strict';
import { countLeftOut } from '../../workflows/contract/left-out-words.js';

describe('countLeftOut', () => {
  it('counts pieces and words by reason, in the order in which reasons are listed', () => {
    const counts = countLeftOut([
      { reason: 'heading', text: 'The mill', words: 2 },
      { reason: 'table', text: 'Year, flour', words: 40 },
      { reason: 'table', text: 'Year, bread', words: 2 },
    ]);
    assert.deepEqual(counts, [
      { reason: 'table', in_words: '2 tables', pieces: 2, words: 42 },
      { reason: 'heading', in_words: 'one heading', pieces: 1, words: 2 },
    ]);
  });

  it('counts the pieces that one of them stands for', () => {
    const [count] = countLeftOut([
      { reason: 'link', text: 'https://a.example', words: 1 },
      { reason: 'link', text: 'and more', words: 30, pieces: 30 },
    ]);
    assert.deepEqual([count?.pieces, count?.words, count?.in_words], [31, 31, '31 addresses of pages']);
  });
});
