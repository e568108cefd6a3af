/** What this page reads of a session's free-form preferences. */
export type Preferences = {
  preferred_categories: string[];
  preferred_vfa_voice_name?: string;
  preferred_vfa_language_code?: string;
  preferred_vfa_speaking_rate?: number;
  theme: Theme;
  /** How fast the player plays, 0.5 to 3. */
  playback_speed: number;
  minutes?: number;
};

/** Changes to some of them; `undefined` removes a preference. */
export type PreferenceChanges = { [Name in keyof Preferences]?: Preferences[Name] | undefined };

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Other clients and releases may have written them, so only values of the right type count. */
export function preferencesOf(kept: Record<string, unknown>): Preferences {
  const { preferred_categories: categories, theme, playback_speed: speed, minutes } = kept;
  const voice = kept['preferred_vfa_voice_name'];
  const language = kept['preferred_vfa_language_code'];
  const rate = kept['preferred_vfa_speaking_rate'];
  return {
    preferred_categories: Array.isArray(categories)
      ? categories.filter((category): category is string => typeof category === 'string')
      : [],
    ...(typeof voice === 'string' ? { preferred_vfa_voice_name: voice } : {}),
    ...(typeof language === 'string' ? { preferred_vfa_language_code: language } : {}),
    ...(typeof rate === 'number' ? { preferred_vfa_speaking_rate: rate } : {}),
    theme: themes.find((known) => known === theme) ?? 'system',
    playback_speed: typeof speed === 'number' && speed >= 0.5 && speed <= 3 ? speed : 1,
    ...(typeof minutes === 'number' ? { minutes } : {}),
  };
}
