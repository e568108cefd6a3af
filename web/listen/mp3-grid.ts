// Our audio is MPEG-1 Layer III, 44.1 kHz, 96 kbit/s constant (docs/streaming-protocol.md), so a frame's time follows
// from its byte offset and the other way round, give or take a byte.

const samplesPerFrame = 1_152;
const sampleRate = 44_100;
/** 313 bytes, or 314 with padding, so that the rate is kept. */
const plainFrameBytes = 313;
const bytesPerFrame = (144_000 * 96) / sampleRate;
const learnEvery = 1_000;

export function secondsOf(frame: number): number {
  return (frame * samplesPerFrame) / sampleRate;
}

export function frameAtSecond(seconds: number): number {
  return Math.floor((seconds * sampleRate) / samplesPerFrame);
}

/** Where a frame is known to begin. */
type Mark = { frame: number; offset: number };

/**
 * Converts between frame numbers and byte offsets of one episode. Exact at known marks; elsewhere counted from the last
 * mark, which is off by less than a byte per segment.
 */
export class FrameGrid {
  readonly #marks: Mark[] = [{ frame: 0, offset: 0 }];

  learn(mark: Mark): void {
    const at = this.#marks.findIndex(({ offset }) => offset >= mark.offset);
    if (at === -1) this.#marks.push(mark);
    else if (this.#marks[at]?.offset !== mark.offset) this.#marks.splice(at, 0, mark);
  }

  isExact(offset: number): boolean {
    return this.#marks.some((mark) => mark.offset === offset);
  }

  /** The number of the frame that begins nearest to that offset. */
  frameAt(offset: number): number {
    const mark = this.#before((known) => known.offset <= offset);
    return mark.frame + Math.round((offset - mark.offset) / bytesPerFrame);
  }

  /** An offset at the beginning of that frame, or shortly before. */
  offsetOf(frame: number): number {
    const mark = this.#before((known) => known.frame <= frame);
    return mark.offset + Math.floor((frame - mark.frame) * bytesPerFrame);
  }

  #before(isBefore: (mark: Mark) => boolean): Mark {
    return this.#marks.findLast(isBefore) ?? { frame: 0, offset: 0 };
  }
}

/** Where the first frame begins in bytes that may start inside one; -1 if there is none, or too little to be sure. */
export function findFrame(bytes: Uint8Array): number {
  for (let at = 0; at + 3 <= bytes.length; at++) {
    const length = frameLength(bytes, at);
    if (length !== undefined && frameLength(bytes, at + length) !== undefined) return at;
  }
  return -1;
}

/** Follows the frames through bytes that arrive in pieces, and adds a mark to the grid now and then. */
export class FrameWalk {
  readonly #grid: FrameGrid;
  #frame: number;
  /** Where that frame begins. */
  #offset: number;
  #lost = false;

  constructor(grid: FrameGrid, start: Mark) {
    this.#grid = grid;
    this.#frame = start.frame;
    this.#offset = start.offset;
  }

  take(bytes: Uint8Array, offset: number): void {
    // The third byte of a header says how long the frame is.
    for (
      let at = this.#offset + 2 - offset;
      at < bytes.length && !this.#lost;
      at = this.#offset + 2 - offset
    ) {
      const rates = bytes[at] ?? 0;
      this.#lost = !isOurRate(rates);
      this.#offset += plainFrameBytes + ((rates >> 1) & 1);
      this.#frame += 1;
      if (this.#frame % learnEvery === 0) this.#grid.learn({ frame: this.#frame, offset: this.#offset });
    }
  }
}

function frameLength(bytes: Uint8Array, at: number): number | undefined {
  const [sync = 0, kind = 0, rates = 0] = bytes.subarray(at, at + 3);
  if (sync !== 0xff || (kind & 0xfe) !== 0xfa || !isOurRate(rates)) return undefined;
  return plainFrameBytes + ((rates >> 1) & 1);
}

/** 96 kbit/s at 44.1 kHz, padded or not. */
function isOurRate(rates: number): boolean {
  return (rates & 0xfc) === 0x70;
}
