import { assetOptions } from '../../platform/assets/asset-options.js';
import type { Config } from '../../platform/config/load-config.js';
import { obtainVoice } from '../../voices/obtain-voice.js';
import type { LocalVoice } from '../../voices/voice.js';
import type { VoiceModel } from '../../voices/voice-model.js';
import type { ProgressLine } from '../make/progress-line.js';

const barWidth = 24;
const showEveryMs = 100;
const everySecondMs = 1_000;

/** The voice's files, fetched with a bar that shows how far it is; away from a terminal only each source is named. */
export async function fetchVoice(
  voice: LocalVoice,
  config: Config,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<VoiceModel> {
  let nextAt = 0;
  const waiting = sayHowLong(progress);
  const model = await obtainVoice(voice, {
    ...assetOptions(config, (message) => waiting.from(message)),
    signal,
    onBytes(received, total) {
      waiting.stop();
      if (!progress.renewsItself || (Date.now() < nextAt && received !== total)) return;
      nextAt = Date.now() + showEveryMs;
      progress.say(`Fetching voice ${voice.name} ${howFar(received, total)}`);
    },
  }).finally(() => waiting.stop());
  progress.end();
  return model;
}

/** pip does not tell how far it is: on a terminal the seconds show that it goes on. */
function sayHowLong(progress: ProgressLine) {
  let timer: NodeJS.Timeout | undefined;
  function stop(): void {
    clearInterval(timer);
  }
  return {
    from(message: string): void {
      stop();
      progress.say(message);
      const began = Date.now();
      if (!progress.renewsItself) return;
      timer = setInterval(
        () => progress.say(`${message} ${Math.round((Date.now() - began) / 1_000)} s`),
        everySecondMs,
      );
    },
    stop,
  };
}

/** `[######------]  50 %, 4.0 of 7.9 MB`, or the MB alone where the server does not say how many will come. */
function howFar(received: number, total: number | undefined): string {
  if (total === undefined || total === 0) return `${megabytes(received)} MB`;
  const part = Math.min(1, received / total);
  const filled = Math.round(part * barWidth);
  const bar = '#'.repeat(filled).padEnd(barWidth, '-');
  return `[${bar}] ${String(Math.floor(part * 100)).padStart(3)} %, ${megabytes(received)} of ${megabytes(total)} MB`;
}

export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
