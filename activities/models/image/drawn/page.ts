import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Palette } from './palettes.js';
import type { Random } from './seeded-random.js';

/** In pixels. */
export type Box = { x: number; y: number; width: number; height: number };

/** What a composition paints with. */
export type Art = {
  ctx: SKRSContext2D;
  /** Where it may paint; cut off at its edges. Everything outside of it is ground. */
  box: Box;
  /** Whether the field reaches both sides of the page: what it cuts off there is cut by the page's edge. */
  acrossPage: boolean;
  /** Width of the page's margins. */
  margin: number;
  palette: Palette;
  random: Random;
  /** First letter of the title; empty when there is none. */
  initial: string;
  /** CSS font families that have the initial. */
  families: string;
};

export type Composition = (art: Art) => void;
