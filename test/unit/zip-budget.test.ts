import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { checkZip } from '../../activities/content-harvest/extract/docx/zip-budget.js';
import { zipArchive } from '../fakes/zip-archive.js';

const document = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' };
const bomb = { 'word/document.xml': Buffer.alloc(65 * 1024 * 1024) };

describe('checkZip', () => {
  it('takes a document', () => {
    assert.equal(checkZip(zipArchive(document)), 'ok');
  });

  it('counts what entries really unpack to', () => {
    assert.equal(checkZip(zipArchive(bomb, 10)), 'too_large');
  });

  for (const count of [0, 1, 3, 0xffff]) {
    it(`does not believe an archive that says it has ${count} entries`, () => {
      const archive = zipArchive({ ...document, ...bomb }, 10);
      archive.writeUInt16LE(count, archive.length - 14);
      archive.writeUInt16LE(count, archive.length - 12);
      assert.equal(checkZip(archive), 'damaged');
    });
  }

  it('refuses a directory that is elsewhere, as zip64 has it', () => {
    const archive = zipArchive(document);
    const end = archive.subarray(archive.length - 22);
    const locator = Buffer.alloc(20);
    locator.write('PK\u0006\u0007', 'latin1');
    assert.equal(checkZip(Buffer.concat([archive.subarray(0, -22), locator, end])), 'damaged');
    for (const [at, size] of [
      [12, 4],
      [16, 4],
      [8, 2],
    ] as const) {
      const full = Buffer.from(archive);
      full.fill(0xff, full.length - 22 + at, full.length - 22 + at + size);
      assert.equal(checkZip(full), 'damaged', String(at));
    }
  });

  it('refuses bytes in front, by which readers move the directory', () => {
    assert.equal(checkZip(Buffer.concat([zipArchive(bomb, 10), zipArchive(document)])), 'damaged');
  });

  it('refuses entries that share their bytes', () => {
    const archive = zipArchive({ a: randomBytes(10_000), b: 'b', c: 'c' });
    const first = archive.indexOf('PK\u0001\u0002', 'latin1');
    const packed = archive.subarray(first + 20, first + 24);
    for (let at = first; at >= 0; at = archive.indexOf('PK\u0001\u0002', at + 1, 'latin1')) {
      packed.copy(archive, at + 20);
      archive.writeUInt32LE(0, at + 42);
    }
    assert.equal(checkZip(archive), 'damaged');
  });
});
