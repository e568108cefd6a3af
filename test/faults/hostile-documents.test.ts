import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createDocumentReader } from '../../activities/content-harvest/document-reader.js';
import type { DocumentTask, ReadDocument } from '../../activities/content-harvest/read-document.js';
import { createWorkThreads, type WorkThreads } from '../../activities/threads/work-threads.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { pageOfAttributes, pdfBomb } from '../fakes/hostile-documents.js';

const attacker = { ownerId: 'someone', workflowId: 'ten hostile documents' };
const sameOwner = { ownerId: 'someone', workflowId: 'an honest run' };
const otherOwner = { ownerId: 'someone else', workflowId: 'another honest run' };

const honest: DocumentTask = { bytes: readFileSync('test/fixtures/tides.pdf') };

describe('hostile documents', function () {
  this.timeout(120_000);
  let threads: WorkThreads;
  const timeoutMs = 4_000;

  beforeEach(() => {
    threads = createWorkThreads({ buffersMb: 64 });
  });
  afterEach(() => threads.close());

  it('leave a thread to honest ones, of their owner and of others, and have their own time each', async () => {
    const reader = createDocumentReader({ timeoutMs, threads });
    const page = pageOfAttributes();
    const began = performance.now();
    let ended = 0;
    const hostile = Array.from({ length: 10 }, () =>
      outcome(reader.read({ bytes: page }, undefined, attacker)).finally(() => (ended += 1)),
    );
    const read = await Promise.all(
      [sameOwner, otherOwner].map((claimant) => reader.read(honest, undefined, claimant)),
    );
    const endedBefore = ended;
    for (const { text } of read) assert.match(text, /could give an explanation for it/);
    const outcomes = await Promise.all(hostile);
    const allMs = performance.now() - began;
    assert.deepEqual(
      outcomes,
      Array.from({ length: 10 }, () => 'WCHA_UNREADABLE_FILE too_slow'),
    );
    // Two at a time, each for its whole time: one that waited was not taken for slow.
    assert.ok(allMs > 5 * timeoutMs * 0.95, `${allMs} ms for ten`);
    // On threads of their own: at most the two that began with them had used up their time.
    assert.ok(endedBefore <= 2, `${endedBefore} hostile ones ended before the honest ones`);
  });

  it('that unpack to more than a thread may hold end alone, by name', async () => {
    const reader = createDocumentReader({ threads });
    const bomb = reader.read({ bytes: pdfBomb(300) }, undefined, attacker);
    const [stopped, read] = await Promise.all([outcome(bomb), reader.read(honest, undefined, sameOwner)]);
    assert.equal(stopped, 'WCHA_UNREADABLE_FILE too_much_memory');
    assert.match(read.text, /could give an explanation for it/);
  });

  it('whose run is cancelled end at once', async () => {
    const reader = createDocumentReader({ threads });
    const cancelled = new AbortController();
    const reason = new Error('cancelled');
    const hostile = [1, 2, 3].map(() =>
      reader.read({ bytes: pageOfAttributes() }, cancelled.signal, attacker),
    );
    await reader.read(honest, undefined, sameOwner);
    const began = performance.now();
    cancelled.abort(reason);
    for (const each of hostile) await assert.rejects(each, reason);
    // Of themselves they would go on for twenty seconds.
    assert.ok(performance.now() - began < 10_000);
  });
});

async function outcome(reading: Promise<ReadDocument>): Promise<string> {
  try {
    await reading;
    return 'read';
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    return `${error.code} ${String(error.details['reason'])}`;
  }
}
