import { castSpeakers } from '../../voices/cast-speakers.js';
import {
  checkProsody,
  pitchFactor,
  rateLimits,
  semitoneLimits,
  type Limits,
} from '../../voices/voice-limits.js';
import type { SpokenSettings } from '../../workflows/contract/agent-tasks.js';
import type { GatewayDeps } from '../gateway-deps.js';

export type SpokenWish = {
  voice?: string | undefined;
  language?: string | undefined;
  rate?: number | undefined;
  pitch?: number | undefined;
  /** Default: one speaker, who reads everything. */
  speakers?: { name: string; voice?: string | undefined }[] | undefined;
};

/**
 * Decides who speaks and how. A named voice speaks first, in its own language where none is named. Rate and pitch are
 * limited to what voices can do, and reported as adjusted. Throws the coded 400s of casting.
 */
export async function spokenSettings(
  { casting, config }: Pick<GatewayDeps, 'casting' | 'config'>,
  wish: SpokenWish,
): Promise<SpokenSettings> {
  const { voice, rate = 1, pitch = 0 } = wish;
  const language =
    wish.language ?? (voice === undefined ? config.DEFAULT_LANGUAGE : casting.catalog.find(voice).locale);
  const [first = { name: 'Narrator' }, ...others] = wish.speakers ?? [];
  const leading = voice === undefined ? first : { ...first, voice };
  const { speakers } = await castSpeakers({ language, speakers: [leading, ...others] }, casting);
  const settings = { speaking_rate: within(rate, rateLimits), pitch: within(pitch, semitoneLimits) };
  const factors = { rate: settings.speaking_rate, pitch: pitchFactor(settings.pitch) };
  for (const speaker of speakers) checkProsody(casting.catalog.find(speaker.voice), factors);
  const adjusted = {
    ...(settings.speaking_rate === rate ? {} : { speaking_rate: rate }),
    ...(settings.pitch === pitch ? {} : { pitch }),
  };
  return {
    speakers,
    language,
    ...settings,
    ...(Object.keys(adjusted).length === 0 ? {} : { adjusted }),
  };
}

function within(value: number, { min, max }: Limits): number {
  return Math.min(max, Math.max(min, value));
}
