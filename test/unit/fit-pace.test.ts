import assert from 'node:assert/strict';
import { fitPace } from '../../activities/voice-forge/fit-pace.js';
import { estimateSpeechMs, paceFeatures } from '../../voices/estimate-speech-ms.js';
import { normaliseText } from '../../activities/models/speech/normalise-text/normalise-text.js';
import { sampleLines } from '../../voices/sample-lines.js';
import type { SpeechPace } from '../../voices/voice.js';

const lines = sampleLines('en-US').map((line) => normaliseText(line, 'en-US'));

describe('fitting a pace', () => {
  const slow: SpeechPace = { perLineMs: 250, perCharacterMs: 80, perPauseMs: 330, perSentenceMs: 700 };

  it('finds the pace that the lines were spoken at', () => {
    const timed = lines.map((text) => ({ text, speechMs: estimateSpeechMs({ text, rate: 1 }, slow) }));
    const fitted = fitPace(timed);
    assert.ok(Math.abs(fitted.perCharacterMs - slow.perCharacterMs) < 3, JSON.stringify(fitted));
    for (const { text, speechMs } of timed)
      assert.ok(Math.abs(estimateSpeechMs({ text, rate: 1 }, fitted) / speechMs - 1) < 0.06, text);
  });

  it('stays plausible where the lines say nothing about pauses', () => {
    const fitted = fitPace([
      { text: 'One two three', speechMs: 900 },
      { text: 'Four five six seven', speechMs: 1_250 },
      { text: 'Eight', speechMs: 350 },
    ]);
    assert.deepEqual([fitted.perPauseMs, fitted.perSentenceMs], [220, 480]);
    assert.ok(fitted.perCharacterMs > 30 && fitted.perCharacterMs < 90, JSON.stringify(fitted));
  });

  it('never answers a negative time, however the lines were spoken', () => {
    const absurd = lines.map((text, index) => ({ text, speechMs: 4_000 - index * 300 }));
    for (const value of Object.values(fitPace(absurd))) assert.ok(value >= 0);
  });
});

describe('sample lines', () => {
  for (const locale of ['en-US', 'en-GB', 'de-DE', 'ru-RU', 'zh-CN', 'ar-EG', 'fi-FI']) {
    it(`are a dozen different ones in ${locale}, with pauses and sentence ends among them`, () => {
      const texts = sampleLines(locale);
      assert.equal(new Set(texts).size, 12);
      for (const text of texts) assert.ok(text.length > 12, text);
      if (!/^(zh|ar)/.test(locale)) {
        const features = texts.map(paceFeatures);
        assert.ok(features.some(({ pauses }) => pauses > 1));
        assert.ok(features.some(({ sentenceEnds }) => sentenceEnds > 0));
      }
    });
  }

  it('are in the language that is asked for', () => {
    assert.match(sampleLines('de-DE').join(' '), /Montag.*|Januar.*|Frankreich.*/);
    assert.doesNotMatch(sampleLines('de-DE').join(' '), /France|January|Monday/);
  });
});
