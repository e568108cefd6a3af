import { inflateRawSync } from 'node:zlib';

/** What all parts of a Word document may unpack to, in bytes, and how many parts there may be. */
const maxUnpacked = 64 * 1024 * 1024;
const maxEntries = 2000;

/**
 * Whether a zip archive unpacks within our bounds. The sizes that an archive claims can lie, so each entry is really
 * inflated (and thrown away), never beyond what is left of the budget. Layout: PKWARE APPNOTE 4.3.12 and 4.3.16.
 *
 * @returns 'ok', 'too_large', 'encrypted', or 'damaged' when the archive's own directory does not add up
 */
export function checkZip(bytes: Uint8Array): 'ok' | 'too_large' | 'encrypted' | 'damaged' {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > zip.length) return 'damaged';
  const count = zip.readUInt16LE(end + 10);
  if (count > maxEntries) return 'too_large';
  let at = zip.readUInt32LE(end + 16);
  let left = maxUnpacked;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return 'damaged';
    if ((zip.readUInt16LE(at + 8) & 1) === 1) return 'encrypted';
    const size = unpackedSize(zip, at, left);
    if (typeof size === 'string') return size;
    left -= size;
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return 'ok';
}

function unpackedSize(zip: Buffer, directoryAt: number, left: number): number | 'too_large' | 'damaged' {
  const method = zip.readUInt16LE(directoryAt + 10);
  const packed = zip.readUInt32LE(directoryAt + 20);
  const local = zip.readUInt32LE(directoryAt + 42);
  if (local + 30 > zip.length) return 'damaged';
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (start + packed > zip.length) return 'damaged';
  if (method === 0) return packed > left ? 'too_large' : packed;
  if (method !== 8) return 'damaged';
  try {
    return inflateRawSync(zip.subarray(start, start + packed), { maxOutputLength: Math.max(left, 1) }).length;
  } catch (error) {
    if (error instanceof RangeError) return 'too_large';
    return 'damaged';
  }
}
