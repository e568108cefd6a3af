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

  it('is what is said first, not who says it', () => {
    assert.equal(titleOf(undefined, 'Host: When did it open?\n\nGuest: In May.', {}), 'When did it open?');
  });

  for (const [text, title] of [
    [
      'The lighthouse of Skerry was built in 1821 on a rock three miles from the coast.',
      'The lighthouse of Skerry was built in 1821',
    ],
    [
      'housands of miles away from home it rests. Arctic terns fly from pole to pole. They live long.',
      'Arctic terns fly from pole to pole',
    ],
    ['Thousands of miles of cable lie on the floor of the ocean.', 'Thousands of miles of cable lie'],
    [
      'Before it was lit, the reef of Skerry had wrecked more than forty ships in a single century.',
      'The reef of Skerry had wrecked more than forty ships',
    ],
    ['Dr. Ames keeps bees.', 'Dr. Ames keeps bees'],
    [
      'A lamp that nobody had lit for forty years, and that nobody missed, burned again last night.',
      'A lamp that nobody had lit for forty years',
    ],
    [
      'Der Leuchtturm steht seit zweihundert Jahren auf dem Felsen vor der Küste und warnt die Schiffe.',
      'Der Leuchtturm steht seit zweihundert Jahren auf dem Felsen',
    ],
    ['a text that nobody began with a capital', 'A text that nobody began with a capital'],
  ] as const) {
    it(`of a text without a heading is a phrase: "${title}"`, () => {
      assert.equal(titleOf(undefined, text, {}), title);
    });
  }

  it('is not the name that a pasted text is uploaded by', () => {
    assert.equal(
      titleOf(undefined, 'The lamp burned for forty years.', { filename: 'Pasted text 2.txt' }),
      'The lamp burned for forty years',
    );
  });
});
