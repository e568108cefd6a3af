import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createEncoder } from 'wasm-media-encoders';
import { bitrateKbps, sampleRate, samplesPerFrame } from './codec.js';

/** What LAME multiplies its input with in this mode (its `scale` of 0.95, measured as -0.4459 dB). */
export const encoderGain = 0.95;

/**
 * Samples of silence that encoder and decoder together put before the first sample (LAME's 576 + the decoder's 529):
 * every segment begins with 25 ms of them.
 */
export const codecDelay = 1105;

/** Encoded at a time, 26 s: the encoder's memory grows with a piece, and stays that large for as long as the thread lives. */
const pieceSamples = 1_000 * samplesPerFrame;

let encoderReady: ReturnType<typeof loadEncoder> | undefined;

/**
 * Encodes one channel of 44.1 kHz as MPEG-1 Layer III, constant bit rate, without Xing/Info header frame.
 * `samples.length` must be a multiple of 1152; the result has exactly one frame more. Each call starts a fresh encoder,
 * so the first frame needs no bit reservoir and equal input gives equal bytes in any thread.
 */
export async function encodeMp3(samples: Float32Array): Promise<Uint8Array> {
  if (samples.length === 0 || samples.length % samplesPerFrame !== 0)
    throw new RangeError(`Not a whole number of frames: ${samples.length} samples.`);
  encoderReady ??= loadEncoder();
  const encoder = await encoderReady;
  encoder.configure({ channels: 1, sampleRate, bitrate: bitrateKbps });
  const pieces: Uint8Array[] = [];
  // All calls answer views of the encoder's memory, which the next call overwrites.
  for (let from = 0; from < samples.length; from += pieceSamples)
    pieces.push(encoder.encode([samples.subarray(from, from + pieceSamples)]).slice());
  pieces.push(encoder.finalize());
  return Uint8Array.from(Buffer.concat(pieces));
}

async function loadEncoder() {
  const wasmFile = createRequire(import.meta.url).resolve('wasm-media-encoders/wasm/mp3');
  return createEncoder('audio/mpeg', await readFile(wasmFile));
}
