import assert from 'node:assert/strict';
import { extractMarkdown } from '../../activities/content-harvest/extract/extract-markdown.js';

describe('a Markdown paragraph of any length', () => {
  const sentence = 'The *first* glider flew **far**, and [nobody](https://a.b/c) watched 😀. ';
  const spoken = 'The first glider flew far, and nobody watched 😀.';

  it('loses no word and shows no mark where it is read in pieces', () => {
    const { text } = extractMarkdown(sentence.repeat(400));
    assert.equal(text, Array.from({ length: 400 }, () => spoken).join(' '));
  });

  it('keeps every character where there is nowhere to cut', () => {
    const { text } = extractMarkdown('😀'.repeat(6_001));
    assert.equal(text, '😀'.repeat(6_001));
  });
});
