import { fastExp } from './fast-math.js';

/** Fills with independent normal deviates of mean 0 and variance 1; the same seed gives the same sequence. */
export type FillWithNoise = (target: Float32Array) => void;

const layers = 128;
/** Where the tail begins and the area of each layer, for 128 layers: Doornik 2005, table 1. */
const tailStart = 3.442619855899;
const layerArea = 9.91256303526217e-3;
const { edges, ratios } = ziggurat();

/**
 * Normal deviates by the ziggurat of Marsaglia and Tsang in the form of J. A. Doornik, "An Improved Ziggurat Method to
 * Generate Normal Random Samples" (2005), on the generator xoshiro128++ of Blackman and Vigna (https://prng.di.unimi.it).
 * @param seed 128 bits, not all zero.
 */
export function gaussianNoise(seed: Uint32Array): FillWithNoise {
  const state = Int32Array.from(seed);
  const drawn = new Int32Array(1);

  /** Uniform in (0, 1). */
  function uniform(): number {
    drawBits(state, drawn);
    return ((drawn[0] ?? 0) + 0.5) * 2 ** -32 + 0.5;
  }

  function tail(negative: boolean): number {
    for (;;) {
      const x = Math.log(uniform()) / tailStart;
      const y = Math.log(uniform());
      if (-2 * y >= x * x) return negative ? x - tailStart : tailStart - x;
    }
  }

  /** One in eighty: the place lies in the part of its layer that sticks out of the curve, or in the tail. */
  function decideEdge(layer: number, u: number): number | undefined {
    if (layer === 0) return tail(u < 0);
    const x = u * (edges[layer] ?? 0);
    const upper = fastExp(-0.5 * ((edges[layer] ?? 0) ** 2 - x * x));
    const lower = fastExp(-0.5 * ((edges[layer + 1] ?? 0) ** 2 - x * x));
    return lower + uniform() * (upper - lower) < 1 ? x : undefined;
  }

  function redraw(): number {
    for (;;) {
      drawBits(state, drawn);
      const bits = drawn[0] ?? 0;
      const layer = layerOf(bits);
      const u = placeOf(bits);
      const deviate = Math.abs(u) < (ratios[layer] ?? 0) ? u * (edges[layer] ?? 0) : decideEdge(layer, u);
      if (deviate !== undefined) return deviate;
    }
  }

  let bits = new Int32Array(0);
  return (target) => {
    if (bits.length !== target.length) bits = new Int32Array(target.length);
    drawBits(state, bits);
    for (let at = 0; at < target.length; at++) {
      const layer = layerOf(bits[at] ?? 0);
      const u = placeOf(bits[at] ?? 0);
      if (Math.abs(u) < (ratios[layer] ?? 0)) target[at] = u * (edges[layer] ?? 0);
      else target[at] = decideEdge(layer, u) ?? redraw();
    }
  };
}

/** Seven bits choose the layer, the other 25 the place in it within [-1, 1), so that the two are independent. */
function layerOf(bits: number): number {
  return bits & (layers - 1);
}
function placeOf(bits: number): number {
  return (bits >> 7) * 2 ** -24;
}

/** xoshiro128++; the state is kept in locals over the loop, which makes it several times faster. */
function drawBits(state: Int32Array, target: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let at = 0; at < target.length; at++) {
    const sum = (a + d) | 0;
    target[at] = ((sum << 7) | (sum >>> 25)) + a;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

function density(x: number): number {
  return Math.exp(-0.5 * x * x);
}

function ziggurat() {
  const edges = new Float64Array(layers + 1);
  edges[0] = layerArea / density(tailStart);
  edges[1] = tailStart;
  for (let layer = 2; layer < layers; layer++) {
    const before = edges[layer - 1] ?? 0;
    edges[layer] = Math.sqrt(-2 * Math.log(layerArea / before + density(before)));
  }
  const ratios = Float64Array.from(
    { length: layers },
    (_, layer) => (edges[layer + 1] ?? 0) / (edges[layer] ?? 1),
  );
  return { edges, ratios };
}
