const name = 'aethercast.player';

/** Lets only one tab of this browser play: the one that has started last. */
export class OneTab {
  readonly #onOther: () => void;
  #channel: BroadcastChannel | undefined;

  /** @param onOther called when another tab has started to play */
  constructor(onOther: () => void) {
    this.#onOther = onOther;
  }

  open(): void {
    // Old browsers have no channel; there, each tab plays for itself.
    if (!('BroadcastChannel' in globalThis)) return;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = () => this.#onOther();
  }

  /** This tab plays from now on. */
  claim(): void {
    this.#channel?.postMessage('plays');
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}
