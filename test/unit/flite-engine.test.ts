import assert from 'node:assert/strict';
import { createFliteEngine } from '../../activities/models/speech/flite/flite-engine.js';

describe('Flite', () => {
  it('says the dot of a name that is written like an address', async () => {
    const engine = await createFliteEngine();
    const [name, words, run] = await Promise.all(
      ['Read it on Wired.com now.', 'Read it on Wired dot com now.', 'Read it on Wired com now.'].map(
        (text) => engine.speak({ text, voice: 'slt', rate: 1, pitch: 1 }),
      ),
    );
    assert.deepEqual(name!.samples, words!.samples);
    assert.notDeepEqual(name!.samples, run!.samples);
  });
});
