import assert from 'node:assert/strict';
import { toRowsJson } from '../../db/step-rows.js';

describe("a step's rows", () => {
  it('get the names of tables and columns, and keep their values as they are', () => {
    const podcast = {
      audioSha256: 'ab',
      segmentsTotal: 3,
      ttsSettingsUsed: { speakingRate: 1, voice_name: 'slt' },
    };
    assert.deepEqual(toRowsJson({ podcast }), {
      podcast: {
        audio_sha256: 'ab',
        segments_total: 3,
        tts_settings_used: { speakingRate: 1, voice_name: 'slt' },
      },
    });
  });
});
