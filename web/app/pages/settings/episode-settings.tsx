import { useMe } from '../../me/me';
import { SliderField } from '../../components/slider-field';
import { LanguageSelect } from '../../components/voices/language-select';
import { rateInWords, rateSteps } from '../../components/voices/rates';
import { useVoices } from '../../components/voices/use-voices';
import { VoicePreview } from '../../components/voices/voice-preview';
import { VoiceSelect } from '../../components/voices/voice-select';
import { minutesInWords, minuteSteps } from '../../components/minutes';
import { useDebouncedSave } from './use-debounced-save';

/** What a new episode begins with on the Create page. */
export function EpisodeSettings() {
  const { preferences, prefer } = useMe();
  const voices = useVoices();
  const language = preferences.preferred_vfa_language_code;
  const voice = preferences.preferred_vfa_voice_name;
  const [rate, moveRate] = useDebouncedSave(preferences.preferred_vfa_speaking_rate ?? 1, (value) =>
    prefer({ preferred_vfa_speaking_rate: value }),
  );
  const [minutes, moveMinutes] = useDebouncedSave(preferences.minutes ?? 5, (value) =>
    prefer({ minutes: value }),
  );
  return (
    <section className="card settings-section" aria-labelledby="settings-episodes">
      <h2 id="settings-episodes">New episodes</h2>
      <p className="field-hint">The Create page starts with these.</p>
      <SliderField
        id="settings-minutes"
        label="Length"
        steps={minuteSteps}
        value={minutes}
        inWords={minutesInWords}
        onChange={moveMinutes}
      />
      <div className="field">
        <label htmlFor="settings-language">Language</label>
        <LanguageSelect
          id="settings-language"
          voices={voices.data}
          value={language}
          none="Default"
          onChange={(chosen) => prefer({ preferred_vfa_language_code: chosen })}
        />
      </div>
      <div className="field">
        <label htmlFor="settings-voice">Voice of the first speaker</label>
        <div className="settings-row">
          <VoiceSelect
            id="settings-voice"
            voices={voices.data}
            language={language}
            value={voice}
            none="Default"
            onChange={(chosen) => prefer({ preferred_vfa_voice_name: chosen })}
          />
          <VoicePreview voice={voice ?? voices.data?.default_cast.voices[0]} />
        </div>
        {voices.error === null || voices.data !== undefined ? null : (
          <p className="field-error">
            The voices could not be loaded.{' '}
            <button type="button" className="button button-link" onClick={() => void voices.refetch()}>
              Try again
            </button>
          </p>
        )}
      </div>
      <SliderField
        id="settings-rate"
        label="Speaking speed"
        steps={rateSteps}
        value={rate}
        inWords={rateInWords}
        hint="How fast the voices speak in new episodes."
        onChange={moveRate}
      />
    </section>
  );
}
