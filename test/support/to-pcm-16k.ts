const [fromHz, toHz] = [44_100, 16_000];
const halfTaps = 40;
const cutoffHz = 7_200;

/** One row of taps for each place that an output sample can have between two input samples: 441 / 160 is the ratio. */
const phases = 160;
const rows = Array.from({ length: phases }, (_, phase) => {
  const offset = ((phase * fromHz) / toHz) % 1;
  return Float64Array.from({ length: 2 * halfTaps + 2 }, (_, tap) => lowPass(tap - halfTaps - offset));
});

/** 44.1 to 16 kHz, 16 bits, through a windowed sinc, so that nothing above 8 kHz folds back into the speech. */
export function toPcm16k(samples: Float32Array): Buffer {
  const pcm = Buffer.alloc(Math.floor((samples.length * toHz) / fromHz) * 2);
  for (let at = 0; at < pcm.length / 2; at++) {
    const first = Math.floor((at * fromHz) / toHz) - halfTaps;
    const row = rows[at % phases]!;
    let sum = 0;
    for (let tap = 0; tap < row.length; tap++) sum += (samples[first + tap] ?? 0) * row[tap]!;
    pcm.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sum)) * 32_767), at * 2);
  }
  return pcm;
}

function lowPass(offset: number): number {
  if (Math.abs(offset) > halfTaps) return 0;
  const phase = (2 * Math.PI * cutoffHz * offset) / fromHz;
  const sinc = ((2 * cutoffHz) / fromHz) * (phase === 0 ? 1 : Math.sin(phase) / phase);
  return sinc * (0.5 + 0.5 * Math.cos((Math.PI * offset) / halfTaps));
}
