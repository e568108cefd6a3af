import createPffft from '@echogarden/pffft-wasm/simd';
import { frameSize } from './spectrum-shape.js';

/** Floats of one complex frame. */
export const frameFloats = 2 * frameSize;

/**
 * Complex Fourier transforms of `frameSize` points, in place, in `slots` frames of work memory. Two real frames go
 * through one complex transform as its real and imaginary part: PFFFT has real transforms for multiples of 32 only.
 */
export type FrameTransform = {
  slots: number;
  /** The frames one after the other, real and imaginary part in turn. */
  frames: Float32Array;
  forward(slot: number): void;
  /** Unscaled: a frame comes back `frameSize` times as large. */
  backward(slot: number): void;
};

export async function createFrameTransform(slots: number): Promise<FrameTransform> {
  const pffft = await createPffft();
  const setup = pffft._pffft_new_setup(frameSize, 1);
  const bytes = frameFloats * Float32Array.BYTES_PER_ELEMENT;
  const memory = pffft._pffft_aligned_malloc(slots * bytes);
  const work = pffft._pffft_aligned_malloc(bytes);

  function transform(slot: number, direction: 0 | 1): void {
    const at = memory + slot * bytes;
    pffft._pffft_transform_ordered(setup, at, at, work, direction);
  }

  return {
    slots,
    // Taken after the last allocation: memory that grows leaves older views empty.
    frames: new Float32Array(pffft.HEAPF32.buffer, memory, slots * frameFloats),
    forward: (slot) => transform(slot, 0),
    backward: (slot) => transform(slot, 1),
  };
}
