import assert from 'node:assert/strict';
import { createHarvester } from '../../activities/content-harvest/create-harvester.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { countWords } from '../../platform/count-words.js';
import { estimateMaxEpisode } from '../../voices/estimate-episode.js';

const manner = {
  speakers: [
    { voice: { pace: { perLineMs: 200, perCharacterMs: 60, perPauseMs: 250, perSentenceMs: 500 } }, rate: 1 },
  ],
  language: 'en-US',
};

describe('words', () => {
  const texts: Record<string, [text: string, words: number]> = {
    English: ['The keeper’s well-known lamp – lit at 7:30 – "went out" on/off, twice.', 11],
    German: ['Der Leuchtturmwärter zählte die Schiffe, 12 an der Zahl.', 9],
    Russian: ['Смотритель маяка снова пересчитал корабли.', 5],
    Arabic: ['عدّ حارس المنارة السفن مرة أخرى.', 6],
    Hindi: ['दीपस्तंभ के रखवाले ने जहाज़ों को फिर गिना।', 8],
    Korean: ['등대지기는 배를 다시 세었다.', 4],
    Chinese: ['早上八点，第一班火车从车站出发。', 9],
    Japanese: ['今日は東京タワーに行きました。', 7],
    Thai: ['สวัสดีครับผมชื่อสมชาย', 5],
    'two scripts': ['Python语言 3.12 发布了', 5],
    'signs alone': ['* * * — … ，。 🎙️', 0],
  };
  for (const [name, [text, words]] of Object.entries(texts)) {
    it(`are counted as people do: ${name}`, () => {
      assert.equal(countWords(text), words);
    });

    it(`are the same number for the estimate and the harvester: ${name}`, async () => {
      assert.equal(estimateMaxEpisode(text, manner).words, words);
      if (words === 0) return;
      const harvester = createHarvester(loadConfig({}));
      try {
        const source = await harvester.harvest({ kind: 'text', text }, 's1');
        assert.equal(source.word_count, words);
      } finally {
        await harvester.close();
      }
    });
  }

  it('of a megabyte without a space are counted in seconds', function () {
    this.timeout(60_000);
    const began = performance.now();
    const count = countWords('早上八点第一班火车从车站出发'.repeat(70_000));
    assert.ok(count > 500_000, `${count} words`);
    assert.ok(performance.now() - began < 15_000, `${performance.now() - began} ms`);
  });
});
