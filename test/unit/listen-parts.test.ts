import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { backoffMs } from '../../web/listen/backoff-ms.js';
import { Sha256 } from '../../web/listen/sha256.js';
import { requestTicket, TicketRefused } from '../../web/listen/tickets.js';

describe('the parts of the listener', () => {
  it('hash as SHA-256 does, whatever the pieces', () => {
    for (const length of [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 10_000]) {
      const bytes = randomBytes(length);
      const hash = new Sha256();
      for (let at = 0; at < length; at += 37) hash.update(bytes.subarray(at, at + 37));
      assert.equal(hash.hex(), createHash('sha256').update(bytes).digest('hex'), `${length} bytes`);
    }
  });

  it('wait half a second at most before the first try, doubled up to ten seconds, and a random part of that', () => {
    const longest = [0, 1, 2, 3, 4, 5, 20].map((attempt) => backoffMs(attempt, () => 1));
    assert.deepEqual(longest, [500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    assert.equal(
      backoffMs(3, () => 0.25),
      1_000,
    );
  });

  it('read tickets, and refusals with what the gateway says of them', async () => {
    function answers(status: number, body: string): typeof fetch {
      return () => Promise.resolve(new Response(body, { status }));
    }
    const good = JSON.stringify({ ticket: 'tkt_a', stream_id: 'strm_b', websocket_url: 'ws://c' });
    assert.deepEqual(await requestTicket('', { podcast_id: 'p' }, answers(201, good)), {
      ticket: 'tkt_a',
      streamId: 'strm_b',
      websocketUrl: 'ws://c',
    });
    const refusal = JSON.stringify({ error_code: 'NOT_YOURS', message: 'No.' });
    for (const [status, body, code, retryable] of [
      [404, refusal, 'NOT_YOURS', false],
      [503, refusal, 'NOT_YOURS', true],
      [429, 'slow down', 'HTTP_429', true],
      [502, '<html>', 'HTTP_502', true],
      [200, '{}', 'LISTEN_BAD_TICKET', true],
    ] as const) {
      await assert.rejects(requestTicket('', { podcast_id: 'p' }, answers(status, body)), (error) => {
        assert.ok(error instanceof TicketRefused);
        assert.deepEqual([error.code, error.retryable], [code, retryable]);
        return true;
      });
    }
  });
});
