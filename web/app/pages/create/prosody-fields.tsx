import { useMe } from '../../me/me';
import { LanguageSelect } from '../../components/voices/language-select';
import { languageName, primaryLanguage, speaks } from '../../components/voices/languages';
import { useVoices, type VoiceList } from '../../components/voices/use-voices';
import { DefaultVoicesNote } from './default-voices-note';
import type { Draft } from './draft';
import { FieldError, useFieldError } from './field-error';
import { LengthField } from './length-field';
import { fieldIds } from './podcast-body';
import { SpeakerFields } from './speaker-fields';
import type { ChangeDraft } from './use-draft';
import type { Estimate } from './use-estimate';

/** How it sounds: length, language, speakers. What is not chosen is as preferred, or as usual here. */
export function ProsodyFields({
  draft,
  minutes,
  estimate,
  change,
}: {
  draft: Draft;
  minutes: number;
  estimate: Estimate | undefined;
  change: ChangeDraft;
}) {
  const voices = useVoices();
  const { preferences } = useMe();
  const error = useFieldError(fieldIds.language);
  const preferred = preferences.preferred_vfa_language_code;
  const usual = preferred ?? estimate?.language;
  const language = draft.language ?? usual ?? usualLanguage(voices.data);
  return (
    <section className="card create-section" aria-labelledby="create-prosody">
      <h2 id="create-prosody">How it sounds</h2>
      <div className="create-pair">
        <LengthField
          minutes={minutes}
          onChange={(chosen) => change((before) => ({ ...before, minutes: chosen }))}
        />
        <div className="field">
          <label htmlFor={fieldIds.language}>Language</label>
          <LanguageSelect
            id={fieldIds.language}
            voices={voices.data}
            value={draft.language}
            none={
              language === undefined || draft.language !== undefined
                ? 'Default'
                : `Default (${languageName(language)})`
            }
            isInvalid={error.isInvalid}
            describedBy={error.describedBy}
            onChange={(chosen) => change((before) => inLanguage(before, chosen, voices.data))}
          />
          <FieldError field={fieldIds.language} />
        </div>
      </div>
      <DefaultVoicesNote voices={voices} />
      <SpeakerFields
        speakers={draft.speakers}
        voices={voices.data}
        language={language}
        defaultVoices={defaultVoices(draft, estimate, voices.data, preferences.preferred_vfa_voice_name)}
        usualRate={preferences.preferred_vfa_speaking_rate ?? 1}
        change={change}
      />
    </section>
  );
}

function usualLanguage(voices: VoiceList | undefined): string | undefined {
  return voices?.voices.find(({ name }) => name === voices.default_cast.voices[0])?.locale;
}

/** Voices that do not speak the new language make room for those chosen for it. */
function inLanguage(
  { language: before, ...draft }: Draft,
  language: string | undefined,
  voices: VoiceList | undefined,
): Draft {
  if (language === undefined) return draft;
  const isOther = before === undefined || primaryLanguage(before) !== primaryLanguage(language);
  return {
    ...draft,
    language,
    speakers: draft.speakers.map(({ voice, ...speaker }) => {
      const chosen = voices?.voices.find(({ name }) => name === voice);
      const stays = voice !== undefined && (!isOther || chosen === undefined || speaks(chosen, language));
      return stays ? { ...speaker, voice } : speaker;
    }),
  };
}

/** Who speaks for whom no voice is chosen: as the estimate says, or else by the default cast. */
function defaultVoices(
  { speakers, language }: Draft,
  estimate: Estimate | undefined,
  voices: VoiceList | undefined,
  preferred: string | undefined,
): (string | undefined)[] {
  const cast = voices?.default_cast.voices ?? [];
  const taken = new Set(speakers.map(({ voice }) => voice));
  const free = [preferred, ...cast].filter(
    (name) =>
      name !== undefined &&
      !taken.has(name) &&
      voices?.voices.some(
        (voice) => voice.name === name && (language === undefined || speaks(voice, language)),
      ),
  );
  return speakers.map(({ name, voice }) => {
    if (voice !== undefined) return undefined;
    const guess = free.shift();
    return estimate?.speakers.find((speaker) => speaker.name === name.trim())?.voice ?? guess;
  });
}
