import assert from 'node:assert/strict';
import { readyText } from '../../cli/commands/ready-text.js';
import { loadConfig } from '../../platform/config/load-config.js';

const stack = {
  gatewayUrl: 'http://127.0.0.1:5001',
  internalUrl: 'http://127.0.0.1:5011',
  streamerUrl: 'http://127.0.0.1:5006',
  streamerInternalUrl: 'http://127.0.0.1:5012',
  temporalUiUrl: undefined,
  dataFolder: '/data',
};

describe('what `up` says when all is ready', () => {
  it('has the internal listener and the place of its token', () => {
    const text = readyText(loadConfig({ AETHERCAST_DATA: '/data' }), stack, 1_234);
    assert.match(text, /^Aethercast is ready after 1\.2 s\.$/m);
    assert.match(text, /^ {2}Internal {3}http:\/\/127\.0\.0\.1:5011, token in \/data\/service-token$/m);
  });

  it('begins with where a browser finds it', () => {
    const [, first] = readyText(loadConfig({}), stack, 1).split('\n');
    assert.equal(first, '  Web app    http://127.0.0.1:5001');
  });

  it('has both listeners of the streamer', () => {
    const text = readyText(loadConfig({}), stack, 1);
    assert.match(text, /^ {2}Streams {4}ws:\/\/127\.0\.0\.1:5006$/m);
    assert.match(text, /^ {2}Notices {4}http:\/\/127\.0\.0\.1:5012, same token$/m);
  });

  it('names the variable of a token of one’s own, never the token', () => {
    const token = 'a-token-of-my-own-that-is-long';
    const text = readyText(loadConfig({ SERVICE_TOKEN: token }), stack, 1);
    assert.match(text, /token in SERVICE_TOKEN$/m);
    assert.ok(!text.includes(token));
  });
});
