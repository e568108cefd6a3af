/** One MPEG audio frame as its header and side information describe it. */
export type Mp3Frame = {
  /** Where it begins and how long it is, in bytes. */
  offset: number;
  bytes: number;
  bitrateKbps: number;
  sampleRate: number;
  channels: 1 | 2;
  padded: boolean;
  /** Bytes of earlier frames that this one's audio begins in; 0 for a frame that stands alone. */
  mainDataBegin: number;
  /** Whether it is the Xing/Info header that some encoders put first instead of sound. */
  isInfoHeader: boolean;
};

/** What the bytes are not: whole MPEG-1 Layer III frames, one after the other. */
export class Mp3FormatError extends Error {
  /** The byte at which parsing stopped. */
  readonly offset: number;

  constructor(offset: number, reason: string) {
    super(`${reason} at byte ${offset}.`);
    this.name = 'Mp3FormatError';
    this.offset = offset;
  }
}

/** By bitrate index, MPEG-1 Layer III, kbit/s; 0 = free format, which we do not take (ISO/IEC 11172-3, 2.4.2.3). */
const bitrates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const sampleRates = [44_100, 48_000, 32_000];

/** Every frame of `mp3`, which must be frames from the first byte to the last. Throws Mp3FormatError. */
export function parseFrames(mp3: Uint8Array): Mp3Frame[] {
  const frames: Mp3Frame[] = [];
  for (let offset = 0; offset < mp3.length;) {
    const frame = parseFrame(mp3, offset);
    frames.push(frame);
    offset += frame.bytes;
  }
  return frames;
}

function parseFrame(mp3: Uint8Array, offset: number): Mp3Frame {
  const [sync = 0, kind = 0, rates = 0, mode = 0] = mp3.subarray(offset, offset + 4);
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0) throw new Mp3FormatError(offset, 'No frame begins');
  if ((kind & 0x1e) !== 0x1a) throw new Mp3FormatError(offset, 'Not MPEG-1 Layer III');
  const bitrateKbps = bitrates[rates >> 4] ?? 0;
  const sampleRate = sampleRates[(rates >> 2) & 3];
  if (bitrateKbps === 0 || sampleRate === undefined)
    throw new Mp3FormatError(offset, 'Reserved bit rate or sample rate');
  const padded = (rates & 2) !== 0;
  const bytes = Math.floor((144_000 * bitrateKbps) / sampleRate) + (padded ? 1 : 0);
  if (offset + bytes > mp3.length) throw new Mp3FormatError(offset, 'The last frame is cut');
  const channels = mode >> 6 === 3 ? 1 : 2;
  // A cleared protection bit means that two bytes of CRC stand before the side information.
  const side = offset + ((kind & 1) === 0 ? 6 : 4);
  const mainDataBegin = ((mp3[side] ?? 0) << 1) | ((mp3[side + 1] ?? 0) >> 7);
  const isInfoHeader = namesInfo(mp3, side + (channels === 1 ? 17 : 32));
  return { offset, bytes, bitrateKbps, sampleRate, channels, padded, mainDataBegin, isInfoHeader };
}

function namesInfo(mp3: Uint8Array, at: number): boolean {
  const word = String.fromCharCode(...mp3.subarray(at, at + 4));
  return word === 'Xing' || word === 'Info';
}
