import assert from 'node:assert/strict';
import { byteRange } from '../../gateway/http/byte-range.js';

describe('the range that a request asks for', () => {
  const of1000: Record<string, ReturnType<typeof byteRange>> = {
    'bytes=0-0': { start: 0, end: 0 },
    'bytes=0-': { start: 0, end: 999 },
    'bytes=999-': { start: 999, end: 999 },
    'bytes=10-5000': { start: 10, end: 999 },
    'bytes=-1': { start: 999, end: 999 },
    'bytes=-5000': { start: 0, end: 999 },
    'BYTES=1-2': { start: 1, end: 2 },
    'bytes=1000-': 'unsatisfiable',
    'bytes=2000-3000': 'unsatisfiable',
    'bytes=-0': 'unsatisfiable',
    'bytes=5-4': undefined,
    'bytes=-': undefined,
    'bytes=': undefined,
    'bytes=1-2,4-5': undefined,
    'bytes=a-b': undefined,
    'bytes=1-2x': undefined,
    'lines=1-2': undefined,
    '': undefined,
  };
  for (const [header, range] of Object.entries(of1000)) {
    it(`${header || 'none'} of 1000 bytes is ${range === undefined ? 'the whole file' : JSON.stringify(range)}`, () => {
      assert.deepEqual(byteRange(header, 1_000), range);
    });
  }
});
