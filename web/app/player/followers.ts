/** Who wants to know of a change. */
export class Followers {
  readonly #all = new Set<() => void>();

  /** For `useSyncExternalStore`. */
  readonly follow = (changed: () => void): (() => void) => {
    this.#all.add(changed);
    return () => this.#all.delete(changed);
  };

  tell(): void {
    for (const changed of this.#all) changed();
  }
}
