import { assetOptions } from '../../platform/assets/asset-options.js';
import type { Config } from '../../platform/config/load-config.js';
import { obtainVoice } from '../../voices/obtain-voice.js';
import type { LocalVoice } from '../../voices/voice.js';
import type { VoiceModel } from '../../voices/voice-model.js';
import { progressBar } from '../terminal/progress-bar.js';
import type { ProgressLine } from '../terminal/progress-line.js';

const showEveryMs = 100;
const everySecondMs = 1_000;

/** Fetches the voice's files: on a terminal with a bar, elsewhere with a line per source. */
export async function fetchVoice(
  voice: LocalVoice,
  config: Config,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<VoiceModel> {
  let nextAt = 0;
  const waiting = showSeconds(progress);
  const model = await obtainVoice(voice, {
    ...assetOptions(config, (message) => waiting.from(message)),
    signal,
    onBytes(received, total) {
      waiting.stop();
      if (!progress.isLive || (Date.now() < nextAt && received !== total)) return;
      nextAt = Date.now() + showEveryMs;
      progress.say(`Fetching voice ${voice.name} ${describeBytes(received, total)}`);
    },
  }).finally(() => waiting.stop());
  progress.end();
  return model;
}

/** pip reports no progress: on a terminal the seconds show that it still works. */
function showSeconds(progress: ProgressLine) {
  let timer: NodeJS.Timeout | undefined;
  function stop(): void {
    clearInterval(timer);
  }
  return {
    from(message: string): void {
      stop();
      progress.say(message);
      const began = Date.now();
      if (!progress.isLive) return;
      timer = setInterval(
        () => progress.say(`${message} ${Math.round((Date.now() - began) / 1_000)} s`),
        everySecondMs,
      );
    },
    stop,
  };
}

/** `[######------]  50 %, 4.0 of 7.9 MB`, or the MB alone where the server does not say the size. */
function describeBytes(received: number, total: number | undefined): string {
  if (total === undefined || total === 0) return `${megabytes(received)} MB`;
  return `${progressBar(received / total)}, ${megabytes(received)} of ${megabytes(total)} MB`;
}

export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
