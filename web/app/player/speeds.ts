export const speeds: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** The next speed offered above this one; this one if there is none. */
export function faster(speed: number): number {
  return speeds.find((offer) => offer > speed) ?? speed;
}

/** The next speed offered below this one; this one if there is none. */
export function slower(speed: number): number {
  return speeds.findLast((offer) => offer < speed) ?? speed;
}
