import assert from 'node:assert/strict';
import { splitSentences } from '../../activities/models/language/extractive/split-sentences.js';
import { cutPassages } from '../../gateway/podcasts/cut-passages.js';

const text = [
  'The Bell Rock',
  'A lighthouse stands on the Bell Rock, eleven miles from the shore. Mr. Stevenson built it. It is “the oldest of its kind.” It still works.',
  '1. Cut the stones so that they lock into each other.\n\n2. Carry them out to the rock at low water.',
  'Waves come high,\nwaves come low,\nall around the rock they go.',
  'Interviewer: Was it hard to build?\n\nKeeper: It was. Nobody had done it before.\n\nInterviewer: Is it cold?\n\nKeeper: Always.',
  'The End',
  'The lamp burned whale oil at first. Its light was seen for eighteen miles. Ships have passed it safely ever since. It was automated in 1988.',
].join('\n\n');

describe('the passages that a line comes from', () => {
  it('count sentences as the writer does, whatever a paragraph is', async () => {
    const written = splitSentences(text);
    assert.ok(new Set(written.map(({ form }) => form)).size > 2);
    for (const { index, text: expected } of written) {
      const [passage] = await cutPassages({ source_id: 's1', text }, new Set([index]));
      const cited = passage?.paragraphs
        .flatMap(({ sentences }) => sentences)
        .filter((sentence) => sentence.cited);
      assert.deepEqual(cited, [{ sentence: index, text: expected, cited: true }]);
    }
  });

  it('share the text around them where they are close, and say where a source begins and ends', async () => {
    const last = splitSentences(text).length - 1;
    const passages = await cutPassages({ source_id: 's1', text }, new Set([last, 0, 2]));
    assert.deepEqual(
      passages.map(({ heading, is_start, is_end }) => ({ heading, is_start, is_end })),
      [
        { heading: 'The Bell Rock', is_start: true, is_end: false },
        { heading: 'The End', is_start: false, is_end: true },
      ],
    );
    const [first] = passages;
    assert.deepEqual(
      first?.paragraphs.map(({ sentences }) => sentences.map(({ sentence }) => sentence)),
      [[0, 1, 2, 3], [4], [5]],
    );
  });

  it('are none where a source has fewer sentences', async () => {
    assert.deepEqual(await cutPassages({ source_id: 's1', text }, new Set([400])), []);
  });
});
