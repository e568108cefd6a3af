import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cursorAfter, topicsBefore } from '../../gateway/discovery/landing-cursor.js';

describe('the cursor of the landing page', () => {
  it('holds the topics that were shown, in their order', () => {
    const shown = Array.from({ length: 120 }, () => randomUUID());
    assert.deepEqual(topicsBefore(cursorAfter(shown) ?? ''), shown);
    assert.equal(cursorAfter([...shown, randomUUID()]), undefined, 'somebody has seen it all');
  });

  for (const cursor of ['', 'x', '!!!', Buffer.alloc(15).toString('base64url'), 'a'.repeat(9_999)])
    it(`is not ${JSON.stringify(cursor.slice(0, 30))}`, () => {
      assert.throws(() => topicsBefore(cursor), { code: 'API_GW_SNIPPETS_CURSOR_INVALID' });
    });
});
