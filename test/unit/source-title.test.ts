import assert from 'node:assert/strict';
import { titleOf } from '../../activities/content-harvest/source-title.js';

describe('the title of a source', () => {
  for (const [filename, title] of [
    ['18-interview.txt', 'Interview'],
    ['03_the-old-harbour.md', 'The old harbour'],
    ['2024-05-01 Minutes.docx', 'Minutes'],
    ['12 Angry Men.txt', '12 Angry Men'],
    ['report-v2 (1).pdf', 'Report'],
    ['C:\\texts\\1. Introduction.txt', 'Introduction'],
    ['scan0001.pdf', 'The lamp burned for forty years'],
    ['Untitled document.docx', 'The lamp burned for forty years'],
    ['1984.txt', 'The lamp burned for forty years'],
  ] as const) {
    it(`of ${filename} is "${title}"`, () => {
      assert.equal(titleOf(undefined, 'The lamp burned for forty years.', { filename }), title);
    });
  }

  it('is the first words of what is said, not who says them', () => {
    assert.equal(
      titleOf(undefined, 'Host: When did it open?\n\nGuest: In May.', {}),
      'When did it open? Guest: In May',
    );
  });
});
