// A person's preferences, as their session stores them: free-form JSON, in which these keys have a meaning.
import { plainLine } from '../../platform/plain-text.js';
import { defined } from '../../platform/defined.js';
import { findPreferences, openSession, type Preferences } from '../../db/sessions.js';
import { rateLimits, semitoneLimits, type Limits } from '../../voices/voice-limits.js';
import type { GatewayDeps } from '../gateway-deps.js';

type Deps = Pick<GatewayDeps, 'db' | 'log'>;

/**
 * The preferences of the session that a request names; an unknown session is opened, a known one is marked as active. Empty
 * without a session, for somebody else's, and where the database fails: preferences are never worth a request.
 */
export async function preferencesOf(
  deps: Deps,
  ownerId: string,
  clientId: string | undefined,
): Promise<Preferences> {
  if (clientId === undefined) return {};
  return orNone(deps, () => openSession(deps.db, ownerId, clientId));
}

/** The same without a trace: the session is neither opened nor marked as active. */
export async function peekPreferences(deps: Deps, ownerId: string, clientId: string): Promise<Preferences> {
  return orNone(deps, () => findPreferences(deps.db, ownerId, clientId));
}

async function orNone({ log }: Deps, read: () => Promise<Preferences | undefined>): Promise<Preferences> {
  try {
    return (await read()) ?? {};
  } catch (error) {
    log.warn(
      { err: error },
      'the preferences of a session could not be read; the request continues without them',
    );
    return {};
  }
}

const maxCategories = 20;

/** The categories that a person prefers: the list, else the single one that the web page or the orchestrator stores. */
export function preferredCategories(preferences: Preferences): string[] {
  const { preferred_categories: list, preferred_news_category: one, news_category: other } = preferences;
  const [chosen = []] = [list, [one], [other]].map(words).filter((found) => found.length > 0);
  return chosen.slice(0, maxCategories);
}

function words(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) =>
    typeof item === 'string' && item.trim() !== '' ? [plainLine(item).trim()] : [],
  );
}

/** How a person wants episodes to be spoken. */
export type VoicePreferences = {
  voiceName?: string;
  language?: string;
  speakingRate?: number;
  pitch?: number;
};

/** Rate and pitch within the limits that every engine has. */
export function preferredVoice(preferences: Preferences): VoicePreferences {
  const voiceName =
    word(preferences['preferred_vfa_voice_name']) ?? word(preferences['preferred_voice_name']);
  const language = word(preferences['preferred_vfa_language_code']);
  const speakingRate = within(preferences['preferred_vfa_speaking_rate'], rateLimits);
  const pitch = within(preferences['preferred_vfa_pitch'], semitoneLimits);
  return defined({ voiceName, language, speakingRate, pitch });
}

function word(value: unknown): string | undefined {
  return words([value])[0];
}

function within(value: unknown, { min, max }: Limits): number | undefined {
  return typeof value === 'number' && value >= min && value <= max ? value : undefined;
}
