// Sound as numbers: MP3 frames, loudness, peaks, resampling and silence; knows no voice and no script.
// Shared by the agents and models, and imports none of them (activities/README.md).
/** Samples per second of everything we store: what podcast apps expect (44.1 kHz). */
export const sampleRate = 44_100;

/** Samples of one MPEG-1 Layer III frame (ISO/IEC 11172-3). */
export const samplesPerFrame = 1152;

/** Constant bit rate in kbit/s: transparent for one voice, and byte offsets map to times. */
export const bitrateKbps = 96;

/** Target loudness in LUFS: -19 in mono sounds as loud as the -16 in stereo that Apple asks for. */
export const targetLufs = -19;

/** Highest true peak of the decoded MP3, in dBTP (EBU R 128 s1, Apple). */
export const maxTruePeakDbtp = -1;

/** Shortest speech whose loudness is measured; below it the gated measure is too unsteady (design §5). */
export const measurableMs = 3000;

export function framesToMs(frames: number): number {
  return (frames * samplesPerFrame * 1000) / sampleRate;
}

export function decibelsToFactor(decibels: number): number {
  return 10 ** (decibels / 20);
}

export function factorToDecibels(factor: number): number {
  return 20 * Math.log10(factor);
}
