import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { foreignPages, type Place } from '../../platform/http/foreign-pages.js';

const loopback: Place = { host: '127.0.0.1', publicUrls: ['https://cast.example/', undefined] };
const everywhere: Place = { host: '0.0.0.0', publicUrls: ['https://cast.example/'] };
const internal: Place = { host: '0.0.0.0', anyName: true };

/** What is asked for: [where, Host, refusal]. */
const hosts: [Place, string, string | undefined][] = [
  [loopback, '127.0.0.1:5001', undefined],
  [loopback, 'localhost', undefined],
  [loopback, '[::1]:5001', undefined],
  [loopback, 'CAST.example', undefined],
  [loopback, 'evil.example:5001', 'API_GW_FOREIGN_ORIGIN'],
  [loopback, '127.0.0.1.evil.example', 'API_GW_FOREIGN_ORIGIN'],
  [loopback, '192.168.1.7:5001', 'API_GW_FOREIGN_ORIGIN'],
  [loopback, '', 'API_GW_FOREIGN_ORIGIN'],
  [everywhere, '192.168.1.7:5001', undefined],
  [everywhere, '[fd00::7]:5001', undefined],
  [everywhere, 'gateway:5001', undefined],
  [everywhere, 'cast.example', undefined],
  [everywhere, 'evil.example:5001', 'API_GW_FOREIGN_ORIGIN'],
  [everywhere, '1.2.3.4.evil.example', 'API_GW_FOREIGN_ORIGIN'],
  [internal, 'gateway.apps.svc.cluster.local:5011', undefined],
];

describe('foreignPages', () => {
  for (const [place, host, refusal] of hosts) {
    it(`${refusal === undefined ? 'takes' : 'refuses'} Host "${host}" at ${place.host}`, () => {
      assert.equal(foreignPages(place)(asked([host])), refusal);
    });
  }

  it('refuses two Hosts, the same ones too, and none', () => {
    const check = foreignPages(loopback);
    assert.equal(check(asked(['127.0.0.1', 'evil.example'])), 'API_GW_HOST_INVALID');
    assert.equal(check(asked(['127.0.0.1', '127.0.0.1'])), 'API_GW_HOST_INVALID');
    assert.equal(check(asked([])), 'API_GW_HOST_INVALID');
  });

  it('refuses origins of other ports on this machine', () => {
    const check = foreignPages(loopback);
    assert.equal(check(asked(['127.0.0.1:5001'], { origin: 'http://127.0.0.1:5001' })), undefined);
    for (const origin of ['http://127.0.0.1:3000', 'http://localhost:5001', 'null', 'https://evil.example'])
      assert.equal(check(asked(['127.0.0.1:5001'], { origin })), 'API_GW_FOREIGN_ORIGIN', origin);
  });
});

function asked(hosts: string[], headers: Record<string, string> = {}): IncomingMessage {
  const [host] = hosts;
  return {
    method: 'GET',
    httpVersion: '1.1',
    headers: { ...(host === undefined ? {} : { host }), ...headers },
    headersDistinct: hosts.length === 0 ? {} : { host: hosts },
  } as unknown as IncomingMessage;
}
