/** Test sounds: one channel of floats at 44.1 kHz. */

export function sine(frequency: number, amplitude: number, samples: number, phase = 0): Float32Array {
  return Float32Array.from(
    { length: samples },
    (_, at) => amplitude * Math.sin((2 * Math.PI * frequency * at) / 44_100 + phase),
  );
}

/** Reproducible noise in -amplitude..amplitude. */
export function noise(amplitude: number, samples: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: samples }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return amplitude * (state / 1_073_741_824 - 1);
  });
}

/** Speech-like for a meter: noise in syllables of a quarter second, with pauses. */
export function syllables(amplitude: number, samples: number): Float32Array {
  return noise(amplitude, samples).map((value, at) => {
    const position = (at % 11_025) / 11_025;
    return at % 88_200 > 66_150 ? 0 : value * Math.sin(Math.PI * position);
  });
}
