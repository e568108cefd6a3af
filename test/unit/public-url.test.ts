import assert from 'node:assert/strict';
import { AethercastError } from '../../platform/aethercast-error.js';
import { isPublicAddress } from '../../platform/public-address.js';
import { checkPublicUrl, testAllowedHosts } from '../../platform/public-url.js';

/** Loopback, private and otherwise special addresses in every notation that resolvers and URL parsers take. */
const privateHosts = [
  '127.0.0.1', '127.1', '127.0.1', '0x7f.0.0.1', '0x7f000001', '0x7f.1', '2130706433', '017700000001', '0177.0.0.1',
  '127.0.0.1.', '127。0。0。1', '１２７.0.0.1', '127.0.0.1%2e', '0', '0.0.0.0', '10.0.0.1', '10.1', '0xa.0.0.1',
  '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.257', '3232235521', '169.254.169.254', '0xa9fea9fe',
  '2852039166', '100.64.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '240.0.0.1',
  '255.255.255.255', '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]',
  '[::ffff:10.0.0.1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b:1::a00:1]', '[2002:7f00:1::]',
  '[2001:0:7f00:1::]', '[2001:db8::1]', '[fc00::1]', '[fd12:3456::1]', '[fe80::1]', '[fec0::1]', '[ff02::1]',
  '[5f00::1]', '[100::1]', '[4000::1]',
]; // prettier-ignore

const privateNames = [
  'localhost', 'LOCALHOST', 'localhost.', 'app.localhost', 'printer.local', 'db.internal', 'db.internal.',
  'metadata.google.internal', 'metadata.example.com', 'nas.lan', 'router.home.arpa', 'intranet', 'x.invalid', 'x.onion',
]; // prettier-ignore

describe('checkPublicUrl', () => {
  for (const host of [...privateHosts, ...privateNames]) {
    it(`refuses http://${host}/`, () => {
      const error = refusalOf(`http://${host}/`);
      assert.ok(error.code === 'WCHA_URL_BLOCKED' || error.code === 'WCHA_URL_INVALID', error.code);
      assert.equal(error.retryable, false);
    });
  }

  for (const [url, code, reason] of [
    ['ftp://example.org/', 'WCHA_URL_INVALID', 'scheme'],
    ['file:///etc/passwd', 'WCHA_URL_INVALID', 'scheme'],
    ['javascript:alert(1)', 'WCHA_URL_INVALID', 'scheme'],
    ['gopher://example.org/', 'WCHA_URL_INVALID', 'scheme'],
    ['not a url', 'WCHA_URL_INVALID', 'not_a_url'],
    ['', 'WCHA_URL_INVALID', 'not_a_url'],
    ['http://', 'WCHA_URL_INVALID', 'not_a_url'],
    ['//example.org/', 'WCHA_URL_INVALID', 'not_a_url'],
    [`http://example.org/${'a'.repeat(2100)}`, 'WCHA_URL_INVALID', 'too_long'],
    ['http://me:secret@example.org/', 'WCHA_URL_INVALID', 'credentials'],
    ['http://example.org:22/', 'WCHA_URL_BLOCKED', 'port'],
    ['https://example.org:8443/', 'WCHA_URL_BLOCKED', 'port'],
  ] as const) {
    it(`answers ${code} (${reason}) for ${url.slice(0, 40)}`, () => {
      const error = refusalOf(url);
      assert.equal(error.code, code);
      assert.equal(error.details['reason'], reason);
      assert.doesNotMatch(JSON.stringify(error.details), /secret/);
    });
  }

  it('takes public addresses, also with a trailing dot, an IPv6 literal or the default port', () => {
    const urls = [
      'https://example.org/a?b#c',
      'http://example.org./',
      'http://8.8.8.8/',
      'http://example.org:80/',
    ];
    for (const url of [
      ...urls,
      'https://[2606:4700:4700::1111]/',
      'https://bücher.de/',
      ' https://example.org ',
    ]) {
      assert.doesNotThrow(() => checkPublicUrl(url), url);
    }
  });

  it('lets exactly the allow-listed host and port through, in test mode alone', () => {
    const hosts = ['127.0.0.1:8080'];
    assert.doesNotThrow(() => checkPublicUrl('http://127.0.0.1:8080/x', hosts));
    assert.throws(() => checkPublicUrl('http://127.0.0.1:8081/x', hosts));
    assert.throws(() => checkPublicUrl('http://localhost:8080/x', hosts));
    assert.throws(() => checkPublicUrl('http://a:b@127.0.0.1:8080/x', hosts));
    assert.deepEqual(testAllowedHosts({ TEST_MODE: false, WCHA_TEST_ALLOWED_HOSTS: hosts }), []);
    assert.deepEqual(testAllowedHosts({ TEST_MODE: true, WCHA_TEST_ALLOWED_HOSTS: hosts }), hosts);
  });
});

describe('isPublicAddress', () => {
  it('takes unicast addresses and nothing that is no address', () => {
    for (const address of ['1.1.1.1', '93.184.216.34', '2606:4700::1', '[2a00:1450::1]']) {
      assert.equal(isPublicAddress(address), true, address);
    }
    for (const address of ['', 'example.org', '10.0.0.1', 'fe80::1%eth0', '::ffff:192.168.1.1']) {
      assert.equal(isPublicAddress(address), false, address);
    }
  });
});

function refusalOf(url: string): AethercastError {
  try {
    checkPublicUrl(url);
  } catch (error) {
    if (error instanceof AethercastError) return error;
    throw error;
  }
  assert.fail(`${url} was taken`);
}
