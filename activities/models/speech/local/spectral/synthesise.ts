import { fastCos, fastExp, fastSin, fastTanh, wrapAngle } from './fast-math.js';
import { frameFloats, type FrameTransform } from './frame-transform.js';
import type { FillWithNoise } from './gaussian-noise.js';
import { overlapGains } from './overlap-gains.js';
import { pulseTrain } from './pulse-train.js';
import { bins, frameSize, hop, window, type SpectralParts } from './spectrum-shape.js';

/** Sizes are cut off here (natural logarithm), as in training. */
const maxLogSize = 7;
/**
 * What is smaller is left out. Were every bin of a frame that small, it would sound at -109 dB of full scale, a third
 * of what rounding to 16 bits adds: most of the noise of a clean voice need not be computed.
 */
const minLogSize = -9;
/** Frames made at a time: one cache line of every spectrum. Two share a transform. */
export const blockFrames = 16;
/** A cosine of amplitude 1 then peaks at 1/2 in the spectrum. */
const sourceScale = 1 / hop;

/**
 * From spectra to sound: the pulse train shaped by the harmonics, noise shaped by its own spectrum, and a rest of free
 * phase, summed per frame and brought back by the inverse short-time transform. Formula and constants: the section
 * "ONNX interface" of the description of the wheel `hibari-tts` 0.2.1 (Apache-2.0).
 * @returns `frames * hop` samples.
 */
export function synthesise(
  parts: SpectralParts,
  pitch: number,
  fillWithNoise: FillWithNoise,
  transform: FrameTransform,
): Float32Array {
  const { frames } = parts;
  const source = pulseTrain(parts.pitchHz, pitch);
  const sound = new Float32Array(frames * hop);
  const shaper = createShaper(parts, fillWithNoise, transform.frames);
  for (let first = 0; first < frames; first += blockFrames) {
    const count = Math.min(blockFrames, frames - first);
    const pairs = Math.ceil(count / 2);
    shaper.voiced.fill(0);
    for (let frame = first; frame < first + count; frame++)
      shaper.voiced[frame - first] = windowSource(source, frame, transform.frames, frame - first) ? 1 : 0;
    if (count % 2 === 1) clearOdd(transform.frames, count);
    for (let pair = 0; pair < pairs; pair++) transform.forward(pair);
    shaper.shape(first, count);
    for (let pair = 0; pair < pairs; pair++) transform.backward(pair);
    for (let frame = first; frame < first + count; frame++)
      addFrame(sound, frame, transform.frames, frame - first);
  }
  const gains = overlapGains(frames);
  for (let at = 0; at < sound.length; at++) sound[at] = (sound[at] ?? 0) * gains.at(at);
  return sound;
}

/** Where the sample `at` of the block's frame `index` lies: even frames are real parts, odd ones imaginary. */
function placeOf(index: number): number {
  return (index >> 1) * frameFloats + (index & 1);
}

/** Writes the windowed source around a frame's middle; past the ends it is mirrored. False when it is all silence. */
function windowSource(source: Float32Array, frame: number, into: Float32Array, index: number): boolean {
  const from = frame * hop - frameSize / 2;
  const last = source.length - 1;
  const place = placeOf(index);
  let voiced = false;
  for (let at = 0; at < frameSize; at++) {
    let read = Math.abs(from + at);
    if (read > last) read = Math.abs(2 * last - read);
    const sample = source[read] ?? 0;
    if (sample !== 0) voiced = true;
    into[place + 2 * at] = sample * (window[at] ?? 0) * sourceScale;
  }
  return voiced;
}

/** The last frame of an odd number has no partner. */
function clearOdd(into: Float32Array, index: number): void {
  const place = placeOf(index);
  for (let at = 0; at < frameSize; at++) into[place + 2 * at] = 0;
}

function addFrame(sound: Float32Array, frame: number, from: Float32Array, index: number): void {
  const start = frame * hop - frameSize / 2;
  const place = placeOf(index);
  const first = Math.max(0, -start);
  const end = Math.min(frameSize, sound.length - start);
  for (let at = first; at < end; at++)
    sound[start + at] = (sound[start + at] ?? 0) + (from[place + 2 * at] ?? 0) * (window[at] ?? 0);
}

/** Turns the spectra of the source of a block of frames into those of the sound, in place. */
function createShaper(parts: SpectralParts, fillWithNoise: FillWithNoise, spectra: Float32Array) {
  const { frames } = parts;
  const noise = new Float32Array(2 * blockFrames);
  const voiced = new Uint8Array(blockFrames);
  // Per frame of the block, at one bin: what the source is multiplied by, and what is added.
  const gainRe = new Float64Array(blockFrames);
  const gainIm = new Float64Array(blockFrames);
  const addRe = new Float64Array(blockFrames);
  const addIm = new Float64Array(blockFrames);

  function isNoisy(base: number, count: number): boolean {
    for (let at = base; at < base + count; at++) if ((parts.noise[at] ?? 0) > minLogSize) return true;
    return false;
  }

  function readBin(bin: number, first: number, count: number): void {
    const base = bin * frames + first;
    if (isNoisy(base, count)) fillWithNoise(noise);
    for (let index = 0; index < count; index++) {
      const at = base + index;
      let re = 0;
      let im = 0;
      const noiseSize = parts.noise[at] ?? 0;
      if (noiseSize > minLogSize) {
        const size = fastExp(Math.min(noiseSize, maxLogSize));
        re = size * (noise[2 * index] ?? 0);
        im = size * (noise[2 * index + 1] ?? 0);
      }
      const restSize = parts.rest[at] ?? 0;
      if (restSize > minLogSize) {
        const size = fastExp(Math.min(restSize, maxLogSize));
        const phase = wrapAngle(parts.restPhase[at] ?? 0);
        re += size * fastCos(phase);
        im += size * fastSin(phase);
      }
      addRe[index] = re;
      addIm[index] = im;
      if (voiced[index] === 0) continue;
      const size = fastExp(Math.min(parts.harmonics[at] ?? 0, maxLogSize));
      const phase = Math.PI * fastTanh(parts.harmonicPhase[at] ?? 0);
      gainRe[index] = size * fastCos(phase);
      gainIm[index] = size * fastSin(phase);
    }
  }

  /** Takes the two frames of a pair apart, shapes each, and puts them together again. */
  function shapePair(bin: number, pair: number): void {
    const low = pair * frameFloats + 2 * bin;
    const high = pair * frameFloats + 2 * ((frameSize - bin) % frameSize);
    const a = 2 * pair;
    const b = a + 1;
    const lowRe = spectra[low] ?? 0;
    const lowIm = spectra[low + 1] ?? 0;
    const highRe = spectra[high] ?? 0;
    const highIm = spectra[high + 1] ?? 0;
    const aRe = (lowRe + highRe) / 2;
    const aIm = (lowIm - highIm) / 2;
    const bRe = (lowIm + highIm) / 2;
    const bIm = (highRe - lowRe) / 2;
    const soundARe = aRe * (gainRe[a] ?? 0) - aIm * (gainIm[a] ?? 0) + (addRe[a] ?? 0);
    const soundBRe = bRe * (gainRe[b] ?? 0) - bIm * (gainIm[b] ?? 0) + (addRe[b] ?? 0);
    // The first and the last bin of a real signal's spectrum are real.
    const real = low === high;
    const soundAIm = real ? 0 : aRe * (gainIm[a] ?? 0) + aIm * (gainRe[a] ?? 0) + (addIm[a] ?? 0);
    const soundBIm = real ? 0 : bRe * (gainIm[b] ?? 0) + bIm * (gainRe[b] ?? 0) + (addIm[b] ?? 0);
    spectra[low] = soundARe - soundBIm;
    spectra[low + 1] = soundAIm + soundBRe;
    if (real) return;
    spectra[high] = soundARe + soundBIm;
    spectra[high + 1] = soundBRe - soundAIm;
  }

  function shape(first: number, count: number): void {
    const pairs = Math.ceil(count / 2);
    for (const values of [gainRe, gainIm, addRe, addIm]) values.fill(0);
    for (let bin = 0; bin < bins; bin++) {
      readBin(bin, first, count);
      for (let pair = 0; pair < pairs; pair++) shapePair(bin, pair);
    }
  }

  return { voiced, shape };
}
