// What covers can look like. A composition fills its field; the title stands outside of it, on plain ground.
import type { Composition } from '../page.js';
import { arcs } from './arcs.js';
import { contours } from './contours.js';
import { discs } from './discs.js';
import { horizon } from './horizon.js';
import { letter } from './letter.js';
import { orbits } from './orbits.js';
import { tiles } from './tiles.js';
import { waveform } from './waveform.js';

export const compositions = {
  arcs,
  contours,
  discs,
  horizon,
  letter,
  orbits,
  tiles,
  waveform,
} as const satisfies Record<string, Composition>;

export type CompositionName = keyof typeof compositions;

export const compositionNames = Object.keys(compositions) as CompositionName[];
