import assert from 'node:assert/strict';
import { nothingAsked } from '../../activities/models/language/extractive/ask-question.js';
import { hostCue } from '../../activities/models/language/extractive/host-cue.js';
import { splitSentences } from '../../activities/models/language/extractive/split-sentences.js';

/** What the host says before the first sentence under a heading. */
function cueUnder(heading: string): string | undefined {
  const [, answer] = splitSentences(
    `The mill stands on the river.\n\n${heading}\n\nFlour is ground there every day of the year by two brothers.`,
  );
  assert.equal(answer?.heading, heading);
  const state = { asked: nothingAsked(), heading: undefined, begun: true, turnings: 0 };
  return hostCue(answer, false, { speakers: 2, isAsked: false }, state);
}

describe('the cue of a host', () => {
  it('turns to what a heading names', () => {
    assert.equal(cueUnder('The Age of Fishes'), 'Let’s turn to the Age of Fishes.');
    assert.equal(cueUnder('Steps'), 'Now, Steps.');
  });

  it('does not turn to a heading that only begins a sentence', () => {
    assert.doesNotMatch(cueUnder('You need') ?? '', /You need/);
  });
});
