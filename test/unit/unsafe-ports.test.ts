import assert from 'node:assert/strict';
import { unsafePorts } from '../../stack/unsafe-ports.js';

describe('unsafePorts', () => {
  for (const port of unsafePorts) {
    it(`has ${port}, which fetch refuses`, async () => {
      await assert.rejects(fetch(`http://127.0.0.1:${port}/`), (error: Error) => {
        assert.match(String(error.cause), /bad port/);
        return true;
      });
    });
  }
});
