import assert from 'node:assert/strict';
import { FairQueue } from '../../activities/threads/fair-queue.js';

const shares = { all: 4, owner: 3, run: 2 };

/** `ann/1`: the first run of Ann. */
function queueOf(...runs: string[]): FairQueue<string> {
  const queue = new FairQueue<string>(shares);
  for (const run of runs) queue.push(run, claimantOf(run));
  return queue;
}

function claimantOf(run: string): { ownerId: string; workflowId: string } {
  return { ownerId: run.split('/')[0] ?? '', workflowId: run };
}

/** Everybody whose turn it is now. */
function turns(queue: FairQueue<string>): string[] {
  const taken: string[] = [];
  for (let turn = queue.next(); turn !== undefined; turn = queue.next()) taken.push(turn.item);
  return taken;
}

describe('FairQueue', () => {
  it('gives a run no more than its share, however much of it waits', () => {
    assert.deepEqual(turns(queueOf('ann/1', 'ann/1', 'ann/1', 'ann/1')), ['ann/1', 'ann/1']);
  });

  it('gives an owner no more than a share, however many runs wait', () => {
    assert.deepEqual(turns(queueOf('ann/1', 'ann/2', 'ann/3', 'ann/4')), ['ann/1', 'ann/2', 'ann/3']);
  });

  it('has room for a run and an owner that come after many of others', () => {
    const queue = queueOf('ann/1', 'ann/1', 'ann/1', 'ann/2', 'bob/1');
    assert.deepEqual(turns(queue), ['ann/1', 'bob/1', 'ann/2', 'ann/1']);
  });

  it('lets owners take turns when there is room again', () => {
    const queue = queueOf('ann/1', 'ann/2', 'ann/3', 'bob/1', 'bob/1', 'cal/1', 'ann/4');
    const first = turns(queue);
    assert.deepEqual(first, ['ann/1', 'bob/1', 'cal/1', 'ann/2']);
    for (const run of first) queue.finished(claimantOf(run));
    assert.deepEqual(turns(queue), ['bob/1', 'ann/3', 'ann/4']);
  });

  it('forgets what is taken out while it waits', () => {
    const queue = new FairQueue<string>(shares);
    queue.push('one', claimantOf('ann/1'));
    queue.push('two', claimantOf('ann/1'));
    assert.equal(queue.remove('one'), true);
    assert.deepEqual(turns(queue), ['two']);
    assert.equal(queue.remove('two'), false);
  });
});
