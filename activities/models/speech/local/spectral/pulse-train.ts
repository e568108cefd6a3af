import { fastSin, wrapAngle } from './fast-math.js';
import { hop, sampleRate } from './spectrum-shape.js';

/** Below this pitch (Hz) a sample is unvoiced. */
const minPitchHz = 40;
/** The highest harmonic lies below this frequency (Hz). */
const maxHarmonicHz = 11_000;
/** Where the closed form divides by nearly nothing, its limit is used. */
const nearZero = 1e-3;

/**
 * The source of the voiced sound: cosines of amplitude 1 at every harmonic of the pitch, 0 where it is unvoiced. Their
 * sum has the closed form `sin((n + 1/2) t) / (2 sin(t / 2)) - 1/2`. The pitch is interpolated between the frames' middles.
 * @param pitchHz one value per frame.
 */
export function pulseTrain(pitchHz: Float32Array, pitch: number): Float32Array {
  const frames = pitchHz.length;
  const pulses = new Float32Array(frames * hop);
  let turns = 0;
  for (let frame = 0; frame < frames; frame++) {
    const here = pitch * (pitchHz[frame] ?? 0);
    const before = frame > 0 ? pitch * (pitchHz[frame - 1] ?? 0) : here;
    const after = frame + 1 < frames ? pitch * (pitchHz[frame + 1] ?? 0) : here;
    for (let at = 0; at < hop; at++) {
      const place = (at + 0.5) / hop - 0.5;
      const hz = place < 0 ? here + place * (here - before) : here + place * (after - here);
      turns += Math.max(hz, minPitchHz) / sampleRate;
      turns -= Math.floor(turns);
      if (hz > minPitchHz) pulses[frame * hop + at] = harmonicSum(turns, Math.floor(maxHarmonicHz / hz));
    }
  }
  return pulses;
}

/** Sum of cos(2 pi h turns) over h = 1..harmonics. */
function harmonicSum(turns: number, harmonics: number): number {
  const half = Math.PI * turns;
  const sine = fastSin(half);
  if (sine <= nearZero) return harmonics;
  return fastSin(wrapAngle((2 * harmonics + 1) * half)) / (2 * sine) - 0.5;
}
