import assert from 'node:assert/strict';
import { linesToSpeak } from '../../activities/agent-tasks/lines-to-speak.js';
import { AethercastError } from '../../platform/aethercast-error.js';

const spoken = {
  speakers: [
    { name: 'Ada', voice: 'slt' },
    { name: 'Ben', voice: 'rms' },
  ],
  language: 'en-US',
  speaking_rate: 1,
  pitch: 0,
};

function scriptOf(...speakers: string[]) {
  const lines = speakers.map((speaker) => ({ speaker, text: `${speaker} speaks.` }));
  return { segments: [{ segment_title: 'One', content: '', lines }] };
}

describe('lines to speak', () => {
  it('go to the voices of their speakers', () => {
    const { lines } = linesToSpeak(scriptOf('Ben', 'Ada'), spoken);
    assert.deepEqual(
      lines.map(({ voice, text }) => [voice, text]),
      [
        ['rms', 'Ben speaks.'],
        ['slt', 'Ada speaks.'],
      ],
    );
  });

  it('are refused for a speaker whom nobody cast, with the names of those who are', () => {
    assert.throws(
      () => linesToSpeak(scriptOf('Ada', 'Bem'), spoken),
      (error) =>
        error instanceof AethercastError &&
        error.code === 'VFA_INVALID_SCRIPT_PAYLOAD' &&
        error.message === 'The script has a line for "Bem", who is not one of its speakers: Ada, Ben.',
    );
  });
});
