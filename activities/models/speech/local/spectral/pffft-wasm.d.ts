// The part of the package that we use; it has no types of its own.
declare module '@echogarden/pffft-wasm/simd' {
  export type Pffft = {
    readonly HEAPF32: Float32Array;
    /** @param kind 0 real, 1 complex. Answers 0 for a size it cannot do. */
    _pffft_new_setup(size: number, kind: 0 | 1): number;
    _pffft_aligned_malloc(bytes: number): number;
    /** @param direction 0 forward, 1 backward; neither scales. */
    _pffft_transform_ordered(
      setup: number,
      input: number,
      output: number,
      work: number,
      direction: 0 | 1,
    ): void;
  };
  export default function createPffft(): Promise<Pffft>;
}
