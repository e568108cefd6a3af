import { inflateRawSync } from 'node:zlib';

/** What all parts of a Word document may unpack to, in bytes, and how many parts there may be. */
const maxUnpacked = 64 * 1024 * 1024;
const maxEntries = 2000;

type Fault = 'too_large' | 'encrypted' | 'damaged';

/**
 * Whether a zip archive unpacks within our bounds. The sizes that an archive claims can lie, so each entry is really
 * inflated (and thrown away), never beyond what is left of the budget. Layout: PKWARE APPNOTE 4.3.12 and 4.3.16.
 *
 * The entries are those that a reader finds, whatever the archive says of their number: readers go on from one to the
 * next. Where a reader could find others than we do, the archive is damaged to us: with bytes before it or between its
 * parts, and in the form for more than 4 GB (zip64).
 *
 * @returns 'ok', 'too_large', 'encrypted', or 'damaged' when the archive's own directory does not add up
 */
export function checkZip(bytes: Uint8Array): 'ok' | Fault {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > zip.length || isZip64(zip, end)) return 'damaged';
  const start = zip.readUInt32LE(end + 16);
  if (start + zip.readUInt32LE(end + 12) !== end) return 'damaged';
  const entries = entriesOf(zip, start, end);
  if (typeof entries === 'string') return entries;
  if (entries.length !== zip.readUInt16LE(end + 10)) return 'damaged';
  // Entries that share their bytes would be read more often than there are bytes.
  if (entries.reduce((sum, at) => sum + packedSize(zip, at), 0) > start) return 'damaged';
  let left = maxUnpacked;
  for (const at of entries) {
    const size = unpackedSize(zip, at, left);
    if (typeof size === 'string') return size;
    left -= size;
  }
  return 'ok';
}

/** The text of one entry of an archive that was checked. */
export function readZipText(bytes: Uint8Array, name: string): string | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const entries = entriesOf(zip, zip.readUInt32LE(end + 16), end);
  if (typeof entries === 'string') return undefined;
  const entry = entries.find(
    (at) => zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)) === name,
  );
  if (entry === undefined) return undefined;
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + packedSize(zip, entry));
  const isPacked = zip.readUInt16LE(entry + 10) === 8;
  return (isPacked ? inflateRawSync(packed, { maxOutputLength: maxUnpacked }) : packed).toString('utf8');
}

/** The names of all entries of an archive that was checked. */
export function zipNames(bytes: Uint8Array): string[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const entries = entriesOf(zip, zip.readUInt32LE(end + 16), end);
  if (typeof entries === 'string') return [];
  return entries.map((at) => zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)));
}

/** Where the entries of the directory are. */
function entriesOf(zip: Buffer, start: number, end: number): number[] | Fault {
  const entries: number[] = [];
  let at = start;
  while (at < end) {
    if (entries.length === maxEntries) return 'too_large';
    if (at + 46 > end || zip.readUInt32LE(at) !== 0x02014b50) return 'damaged';
    if ((zip.readUInt16LE(at + 8) & 1) === 1) return 'encrypted';
    entries.push(at);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return at === end ? entries : 'damaged';
}

/** A field that is full says that the true value is elsewhere. */
function isZip64(zip: Buffer, end: number): boolean {
  const hasLocator = end >= 20 && zip.readUInt32LE(end - 20) === 0x07064b50;
  const isFull = [4, 6, 8, 10].some((at) => zip.readUInt16LE(end + at) === 0xffff);
  return hasLocator || isFull || [12, 16].some((at) => zip.readUInt32LE(end + at) === 0xffffffff);
}

function packedSize(zip: Buffer, directoryAt: number): number {
  return zip.readUInt32LE(directoryAt + 20);
}

function unpackedSize(zip: Buffer, directoryAt: number, left: number): number | Fault {
  const method = zip.readUInt16LE(directoryAt + 10);
  const packed = packedSize(zip, directoryAt);
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
