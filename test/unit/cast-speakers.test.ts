import assert from 'node:assert/strict';
import { castSpeakers, type AvailableVoices } from '../../voices/cast-speakers.js';
import { createVoiceCatalog } from '../../voices/voice-catalog.js';

describe('casting speakers', () => {
  const catalog = createVoiceCatalog({ AETHERCAST_DATA: '/nowhere', VOICES_DIR: undefined });
  let lookedFor: string[];

  function roomWith(
    present: readonly string[],
    usual: Awaited<ReturnType<AvailableVoices['defaultVoices']>>,
  ): AvailableVoices {
    return {
      catalog,
      defaultVoices: () => Promise.resolve(usual),
      isHere: ({ name }) => {
        lookedFor.push(name);
        return Promise.resolve(present.includes(name));
      },
    };
  }

  const local = { engine: 'local', voices: ['heart', 'joe'] } as const;

  beforeEach(() => {
    lookedFor = [];
  });

  it('gives two unnamed speakers the default voices and looks for no other voice on disk', async () => {
    const cast = await castSpeakers({ language: 'en-US' }, roomWith([], local));
    assert.deepEqual(cast, {
      speakers: [
        { name: 'Alex', voice: 'heart' },
        { name: 'Sam', voice: 'joe' },
      ],
    });
    assert.deepEqual(lookedFor, []);
  });

  it('prefers voices of the accent that are there', async () => {
    const { speakers } = await castSpeakers({ language: 'en-GB' }, roomWith(['emma', 'kore'], local));
    assert.deepEqual(
      speakers.map(({ voice }) => voice),
      ['emma', 'heart'],
    );
    assert.ok(!lookedFor.includes('kore'), 'no further voice is looked for than is needed');
  });

  it('shares the voices that are there among more speakers', async () => {
    const names = ['A', 'B', 'C', 'D'].map((name) => ({ name }));
    const { speakers } = await castSpeakers(
      { language: 'en-US', speakers: names },
      roomWith(['kore'], local),
    );
    assert.deepEqual(
      speakers.map(({ voice }) => voice),
      ['heart', 'joe', 'kore', 'heart'],
    );
  });

  it('says why Flite speaks instead', async () => {
    const usual = { engine: 'flite', voices: ['slt', 'rms'], reason: 'there is no network' } as const;
    const { speakers, reason } = await castSpeakers({ language: 'en-US' }, roomWith([], usual));
    assert.deepEqual(
      speakers.map(({ voice }) => voice),
      ['slt', 'rms'],
    );
    assert.match(reason ?? '', /there is no network/);
  });
});
