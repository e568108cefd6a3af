import type { Schemas } from '../../api/client';
import { bytes } from '../format';
import { speaks } from './languages';
import type { VoiceList } from './use-voices';

type Voice = Schemas['Voice'];

const engines = [
  { engine: 'local', label: 'Neural voices' },
  { engine: 'flite', label: 'Simple voices (Flite)' },
] as const;

/** A voice of the language, or none chosen (`undefined`). */
export function VoiceSelect({
  id,
  voices,
  language,
  value,
  none,
  describedBy,
  isInvalid = false,
  onChange,
}: {
  id: string;
  voices: VoiceList | undefined;
  /** Only voices that speak it; undefined is all. */
  language: string | undefined;
  value: string | undefined;
  /** What choosing none means. */
  none: string;
  describedBy?: string | undefined;
  isInvalid?: boolean;
  onChange: (voice: string | undefined) => void;
}) {
  const able = (voices?.voices ?? []).filter((voice) => language === undefined || speaks(voice, language));
  const isKnown = value === undefined || able.some(({ name }) => name === value);
  return (
    <select
      id={id}
      value={value ?? ''}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">{none}</option>
      {engines.map(({ engine, label }) => {
        const group = able.filter((voice) => voice.engine === engine);
        return group.length === 0 ? null : (
          <optgroup key={engine} label={label}>
            {group.map((voice) => (
              <option key={voice.name} value={voice.name} disabled={voice.unavailable_reason !== null}>
                {describe(voice)}
              </option>
            ))}
          </optgroup>
        );
      })}
      {isKnown ? null : <option value={value}>{value}</option>}
    </select>
  );
}

function describe({ name, description, unavailable_reason: why, fetch_bytes: size }: Voice): string {
  const about = `${name}: ${description}`;
  if (why !== null) return `${about} (not available)`;
  return size === null ? about : `${about} (${bytes(size)} download first)`;
}
