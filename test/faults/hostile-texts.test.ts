import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ordered } from '../support/gateway-http.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { ended } from '../support/runs.js';
import { requestOf, storyOf } from '../support/sources.js';
import { createWorld, type World } from '../support/world.js';

/** A text of this size stopped a worker for a minute and a half. */
const characters = 63_000;

const stopping = [
  'hex',
  'DNA',
  'digits',
  'underscores',
  'ellipses',
  'dots in a word',
  'zero-width blanks',
  'blanks',
  'open brackets',
  'small sentences',
];

describe('texts that are dear to read', function () {
  this.timeout(300_000);
  let world: World;

  before(async () => {
    world = await createWorld();
  });
  after(() => world.close());

  it('leave the worker free and others their episodes, and end their own runs by name', async () => {
    const delay = monitorEventLoopDelay({ resolution: 10 });
    // Models and modules are loaded by the first episode.
    await ended(world, await ordered(world, requestOf('First')));
    delay.enable();
    const hostile = new Map<string, string>();
    for (const kind of stopping) {
      const text = `${storyOf('Skerry')}\n\n${hostileTexts[kind]?.(characters) ?? ''}`;
      hostile.set(kind, await ordered(world, { ...requestOf(kind), sources: [{ text }] }));
    }
    const large = hostileTexts['hex']?.(4_000_000) ?? '';
    hostile.set(
      '4 MB',
      await ordered(world, { ...requestOf('4 MB'), sources: [await uploaded(world, large)] }),
    );
    const began = Date.now();
    const honest = await ended(world, await ordered(world, requestOf('Honest')), 1, 200_000);
    const honestMs = Date.now() - began;
    const ends = new Map<string, string>();
    for (const [kind, id] of hostile) {
      const { overall_status, error_code } = await ended(world, id, 1, 200_000);
      ends.set(kind, error_code ?? overall_status);
    }
    delay.disable();
    const p99 = delay.percentile(99) / 1e6;
    console.log(
      `      delay p99 ${p99.toFixed(0)} ms, longest ${(delay.max / 1e6).toFixed(0)} ms, honest ${honestMs} ms`,
    );
    console.log(`      ${[...ends].map(([kind, end]) => `${kind}: ${end}`).join(', ')}`);
    assert.equal(honest.overall_status, 'completed');
    assert.ok(p99 < 200, `${p99} ms`);
    for (const [kind, end] of ends) assert.match(end, /^(completed|WCHA_|PSWA_)/, kind);
  });
});

async function uploaded(world: World, text: string): Promise<{ upload_id: string }> {
  const form = new FormData();
  form.append('file', new Blob([text], { type: 'text/plain' }), 'large.txt');
  const response = await fetch(`${world.url}/api/v1/uploads`, { method: 'POST', body: form });
  const { upload_id } = (await response.json()) as { upload_id: string };
  assert.equal(typeof upload_id, 'string');
  return { upload_id };
}
