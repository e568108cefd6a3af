import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { sampleText } from '../support/episodes.js';
import { send } from '../support/gateway-http.js';
import { createWorld, type World } from '../support/world.js';

describe('the speed of an estimate', function () {
  this.timeout(120_000);
  let world: World;
  before(async () => {
    world = await createWorld({ workers: false });
  });
  after(() => world.close());

  it('of a megabyte is within a second', async () => {
    const text = `${await readFile(sampleText, 'utf8')}\n\n`;
    // What is loaded by the first is loaded.
    await estimate(text);
    const from = performance.now();
    await estimate(text.repeat(60).slice(0, 950_000));
    assert.ok(performance.now() - from < 1_000, `${performance.now() - from} ms`);
  });

  async function estimate(text: string): Promise<void> {
    const body = { sources: [{ text }], minutes: 120 };
    const answer = await send(world, '/api/v1/podcasts/estimate', { body });
    assert.equal(answer.status, 200, answer.text);
  }
});
