// Our audio is MPEG-1 Layer III, 44.1 kHz, 96 kbit/s constant (docs/streaming-protocol.md): where a frame is in time
// and where it is among the bytes follow from each other but for a byte here and there.

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
 * Frames of one episode by number and by offset: exact where the bytes before were seen or somebody said so, and else
 * counted on from the last place that is exact, which strays by less than a byte per segment.
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

  /** The number of the frame that begins there, or nearest. */
  frameAt(offset: number): number {
    const mark = this.#before((known) => known.offset <= offset);
    return mark.frame + Math.round((offset - mark.offset) / bytesPerFrame);
  }

  /** A place from which that frame can be found, at its beginning or shortly before. */
  offsetOf(frame: number): number {
    const mark = this.#before((known) => known.frame <= frame);
    return mark.offset + Math.floor((frame - mark.frame) * bytesPerFrame);
  }

  #before(isBefore: (mark: Mark) => boolean): Mark {
    return this.#marks.findLast(isBefore) ?? { frame: 0, offset: 0 };
  }
}

/** The first frame in bytes that may begin in the middle of one; -1 where there is none, or not enough to be sure. */
export function findFrame(bytes: Uint8Array): number {
  for (let at = 0; at + 3 <= bytes.length; at++) {
    const length = frameLength(bytes, at);
    if (length !== undefined && frameLength(bytes, at + length) !== undefined) return at;
  }
  return -1;
}

/** Walks from frame to frame through bytes that come in pieces, and lets the grid know now and then where it is. */
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
