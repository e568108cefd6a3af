import assert from 'node:assert/strict';
import { streamAddresses, type StreamConfig } from '../../gateway/http/stream-addresses.js';

describe('the address of the streamer', () => {
  const plain: StreamConfig = { ASF_WEBSOCKET_BASE_URL: undefined, ASF_PORT: 5006, PUBLIC_URL: undefined };
  const published: StreamConfig = { ...plain, PUBLIC_URL: 'https://cast.example/' };
  const configured = 'wss://live.example/api/v1/podcasts/stream';
  const cases: Record<string, [StreamConfig, string | undefined, string]> = {
    'is the host that was asked': [plain, 'localhost:5001', 'ws://localhost:5006'],
    'has the configured port': [{ ...plain, ASF_PORT: 6000 }, '[::1]:5001', 'ws://[::1]:6000'],
    'is secure at a public host that is': [published, 'Cast.example', 'wss://cast.example:5006'],
    'is plain at any other host': [published, 'localhost:5001', 'ws://localhost:5006'],
    'is plain where the public host is': [
      { ...plain, PUBLIC_URL: 'http://cast.example' },
      'cast.example',
      'ws://cast.example:5006',
    ],
    'is what is configured, whoever asks': [
      { ...published, ASF_WEBSOCKET_BASE_URL: configured },
      'cast.example',
      'wss://live.example',
    ],
    'is this machine for a client that names no host': [plain, undefined, 'ws://127.0.0.1:5006'],
    'is this machine for one that names nonsense': [plain, 'a b', 'ws://127.0.0.1:5006'],
  };
  for (const [what, [config, host, origin]] of Object.entries(cases)) {
    it(what, () => {
      assert.deepEqual(streamAddresses(config, host), {
        audio: `${origin}/api/v1/podcasts/stream`,
        ui: `${origin}/ui_updates`,
      });
    });
  }
});
