/** The short-time Fourier transform that the family is trained on, from the description in the wheel `hibari-tts`. */
export const sampleRate = 24_000;
/** Samples per transform. */
export const frameSize = 1200;
/** Samples between frames: 12.5 ms. */
export const hop = 300;
/** Bins 0 (0 Hz) to 600 (12 kHz). */
export const bins = frameSize / 2 + 1;

/** Hann's window in its periodic form. */
export const window = Float32Array.from(
  { length: frameSize },
  (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / frameSize),
);

/** What the network says of a line: five spectra of `bins` x `frames`, bin after bin, and the pitch in Hz per frame. */
export type SpectralParts = {
  frames: number;
  /** Logarithms of the size of the harmonics, of the noise, of the rest. */
  harmonics: Float32Array;
  noise: Float32Array;
  rest: Float32Array;
  /** Phases of the harmonics (pi * tanh of it) and of the rest (radians). */
  harmonicPhase: Float32Array;
  restPhase: Float32Array;
  pitchHz: Float32Array;
};
