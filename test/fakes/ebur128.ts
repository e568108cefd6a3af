import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The reference meter of the tests: libebur128's Rust port, independent of ours. */
export type ReferenceMeter = { lufs(samples: Float32Array): number; dbtp(samples: Float32Array): number };

type Exports = {
  memory: WebAssembly.Memory;
  __wbindgen_malloc(bytes: number): number;
  ebur128_integrated_mono(rate: number, at: number, length: number): number;
  ebur128_true_peak_mono(rate: number, at: number, length: number): number;
};

/** Instantiated by hand: the package imports its .wasm as a module, which Node 20 does not do. */
export async function loadReferenceMeter(): Promise<ReferenceMeter> {
  const file = createRequire(import.meta.url).resolve('ebur128-wasm/ebur128_wasm_bg.wasm');
  const glue = {
    __wbg_new_693216e109162396: () => 0,
    __wbg_stack_0ddaca5d1abfb52f: () => undefined,
    __wbg_error_09919627ac0992f5: () => undefined,
    __wbindgen_object_drop_ref: () => undefined,
  };
  const module = await WebAssembly.compile(await readFile(file));
  const instance = await WebAssembly.instantiate(module, { './ebur128_wasm_bg.js': glue });
  const meter = instance.exports as unknown as Exports;
  function place(samples: Float32Array): number {
    const at = meter.__wbindgen_malloc(samples.length * 4);
    new Float32Array(meter.memory.buffer, at, samples.length).set(samples);
    return at;
  }
  return {
    lufs: (samples) => meter.ebur128_integrated_mono(44_100, place(samples), samples.length),
    dbtp: (samples) => meter.ebur128_true_peak_mono(44_100, place(samples), samples.length),
  };
}
