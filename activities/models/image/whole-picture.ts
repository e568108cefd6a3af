import { crc32 } from 'node:zlib';

const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/**
 * Whether these are all bytes of a picture as they were written, as far as its format can tell: a PNG has a checksum for
 * each of its chunks, a WebP its length, a JPEG its end.
 */
export function isWholePicture(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 8).equals(pngSignature)) return isWholePng(file);
  if (file.length < 12) return false;
  if (file.toString('latin1', 0, 4) === 'RIFF') return file.readUInt32LE(4) + 8 === file.length;
  return file.readUInt16BE(0) === 0xffd8 && file.readUInt16BE(file.length - 2) === 0xffd9;
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout: length, type, data, checksum over type and data. */
function isWholePng(file: Buffer): boolean {
  for (let at = pngSignature.length; at + 12 <= file.length;) {
    const end = at + 8 + file.readUInt32BE(at);
    if (end + 4 > file.length || crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) return false;
    if (file.toString('latin1', at + 4, at + 8) === 'IEND') return end + 4 === file.length;
    at = end + 4;
  }
  return false;
}
