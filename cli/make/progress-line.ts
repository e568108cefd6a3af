import type { EpisodeState } from '../gateway-client.js';

const stageNames: Record<string, string> = {
  initialization: 'Starting',
  wcha_content_retrieval: 'Reading the sources',
  pswa_script_generation: 'Writing the script',
  vfa_audio_generation: 'Recording the voices',
  finalization: 'Finishing the episode',
};

/** Shows what a run is at: one line that renews itself on a terminal, a line per change elsewhere. */
export class ProgressLine {
  #shown = '';
  #open = false;
  readonly #out: NodeJS.WriteStream;

  constructor(out: NodeJS.WriteStream) {
    this.#out = out;
  }

  /** Whether it is one line on a terminal; elsewhere every change is a line of its own. */
  get renewsItself(): boolean {
    return this.#out.isTTY;
  }

  show(episode: EpisodeState): void {
    this.say(describe(episode, this.#out.isTTY));
  }

  say(text: string): void {
    if (text === this.#shown) return;
    this.#shown = text;
    if (this.#out.isTTY) {
      this.#out.write(`\r\x1b[2K${text}`);
      this.#open = true;
    } else {
      this.#out.write(`${text}\n`);
    }
  }

  /** A line of its own that stays, whatever the renewing one goes on to say. */
  note(text: string): void {
    this.#out.write(`${this.#open ? '\r\x1b[2K' : ''}${text}\n`);
    if (this.#open) this.#out.write(this.#shown);
  }

  /** Ends the renewing line, so that what follows stands on its own. */
  end(): void {
    if (this.#open) this.#out.write('\n');
    this.#open = false;
  }
}

/** Away from a terminal the count moves in tenths, or a log would get a line per segment. */
function describe(episode: EpisodeState, everySegment: boolean): string {
  const { stage, segments_done: done, segments_total: total, eta_seconds: eta } = episode.progress;
  if (episode.status === 'paused') return 'Paused';
  const name = stageNames[stage] ?? stage;
  if (stage !== 'vfa_audio_generation' || total === null) return `${name} ...`;
  const counted = everySegment ? done : Math.floor((done * 10) / total) * Math.ceil(total / 10);
  const toGo = eta === null || !everySegment ? '' : `, about ${Math.ceil(eta)} s to go`;
  return `${name}: ${Math.min(counted, total)} of ${total} segments${toGo}`;
}
