// What we use of @echogarden/speex-resampler-wasm, which brings no types: the C functions of speex_resampler.h.
// A pointer is a byte offset into the module's memory.
declare module '@echogarden/speex-resampler-wasm/simd' {
  export type SpeexModule = {
    /** Views of the memory as it is now: read them again after every allocation. */
    HEAPF32: Float32Array;
    HEAPU32: Uint32Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    _speex_resampler_init(
      channels: number,
      fromRate: number,
      toRate: number,
      quality: number,
      error: number,
    ): number;
    _speex_resampler_skip_zeros(state: number): number;
    _speex_resampler_get_input_latency(state: number): number;
    _speex_resampler_process_float(
      state: number,
      channel: number,
      input: number,
      inputLength: number,
      output: number,
      outputLength: number,
    ): number;
    _speex_resampler_destroy(state: number): void;
  };
  export default function createSpeexModule(): Promise<SpeexModule>;
}
