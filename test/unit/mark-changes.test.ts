import assert from 'node:assert/strict';
import { markChanges } from '../../cli/read/mark-changes.js';

describe('markChanges', () => {
  for (const [text, said, marked] of [
    ['It was said.', 'It was said.', 'It was said.'],
    ['It costs $5 now.', 'It costs five dollars now.', 'It costs [-$5-]{+five dollars+} now.'],
    ['The mill [1] stands.', 'The mill stands.', 'The mill [-[1]-] stands.'],
    ['In 1780', 'In seventeen eighty', 'In [-1780-]{+seventeen eighty+}'],
    ['Dr. Ada', 'Doctor Ada', '[-Dr.-]{+Doctor+} Ada'],
    ['', '', ''],
  ] as const)
    it(`${text} -> ${marked}`, () => assert.equal(markChanges(text, said), marked));

  it('marks a very long sentence from its first change to its last', () => {
    const words = Array.from({ length: 2_000 }, (_, at) => `w${at}`);
    const said = words.map((word, at) => (at === 10 || at === 1_990 ? 'x' : word));
    const marked = markChanges(words.join(' '), said.join(' '));
    assert.ok(marked.startsWith('w0 w1') && marked.includes('w9 [-w10 ') && marked.endsWith('w1999'));
    assert.ok(marked.includes('w1989 x+} w1991'));
  });
});
