import { languageName, spokenLocales } from './languages';
import type { VoiceList } from './use-voices';

/** A language of the installed voices, or none chosen (`undefined`). */
export function LanguageSelect({
  id,
  voices,
  value,
  none,
  describedBy,
  isInvalid = false,
  onChange,
}: {
  id: string;
  voices: VoiceList | undefined;
  value: string | undefined;
  /** What choosing none means. */
  none: string;
  describedBy?: string | undefined;
  isInvalid?: boolean;
  onChange: (language: string | undefined) => void;
}) {
  const locales = spokenLocales(voices?.voices ?? []);
  return (
    <select
      id={id}
      value={value ?? ''}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">{none}</option>
      {locales.map((locale) => (
        <option key={locale} value={locale}>
          {languageName(locale)}
        </option>
      ))}
      {value === undefined || locales.includes(value) ? null : (
        <option value={value}>{languageName(value)} (no installed voice)</option>
      )}
    </select>
  );
}
