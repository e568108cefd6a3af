/** Notifies subscribers of a change. */
export class Emitter {
  readonly #listeners = new Set<() => void>();

  /** In the form that `useSyncExternalStore` takes. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  emit(): void {
    for (const listener of this.#listeners) listener();
  }
}
