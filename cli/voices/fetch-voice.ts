import { assetOptions } from '../../platform/assets/asset-options.js';
import type { Config } from '../../platform/config/load-config.js';
import { obtainVoice } from '../../platform/voices/obtain-voice.js';
import type { LocalVoice } from '../../platform/voices/voice.js';
import type { VoiceModel } from '../../platform/voices/voice-model.js';
import type { ProgressLine } from '../make/progress-line.js';

const barWidth = 24;
const showEveryMs = 100;

/** The voice's files, fetched with a bar that shows how far it is; away from a terminal only each source is named. */
export async function fetchVoice(
  voice: LocalVoice,
  config: Config,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<VoiceModel> {
  let nextAt = 0;
  const model = await obtainVoice(voice, {
    ...assetOptions(config, (message) => progress.say(message)),
    signal,
    onBytes(received, total) {
      if (!progress.renewsItself || (Date.now() < nextAt && received !== total)) return;
      nextAt = Date.now() + showEveryMs;
      progress.say(`Fetching voice ${voice.name} ${howFar(received, total)}`);
    },
  });
  progress.end();
  return model;
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
