import type { LoggedSegment } from '../../db/live/byte-log.js';
import { frameBytes } from '../connection/limits.js';

/** Each frame begins with the offset of its first audio byte, big-endian. */
const headerBytes = 8;

/** Cuts a segment into binary messages, on a grid that starts at the segment: all listeners are sent the same ones. */
export function cutFrames(
  { offset, bytes }: Pick<LoggedSegment, 'offset' | 'bytes'>,
  audio: Buffer,
): Buffer[] {
  const count = Math.ceil(bytes / frameBytes);
  const all = Buffer.allocUnsafeSlow(bytes + count * headerBytes);
  return Array.from({ length: count }, (_, at) => {
    const from = at * frameBytes;
    const to = Math.min(from + frameBytes, bytes);
    const start = from + at * headerBytes;
    const frame = all.subarray(start, start + headerBytes + to - from);
    frame.writeBigUInt64BE(BigInt(offset + from));
    audio.copy(frame, headerBytes, from, to);
    return frame;
  });
}

/** The rest of a frame, for a listener that already has its first `skip` bytes of audio. */
export function restOfFrame(frame: Buffer, skip: number): Buffer {
  const rest = Buffer.from(frame.subarray(skip));
  rest.writeBigUInt64BE(frame.readBigUInt64BE() + BigInt(skip));
  return rest;
}

export function audioBytes(frame: Buffer): number {
  return frame.length - headerBytes;
}
