import { Icon } from '../../components/icon';
import { SliderField } from '../../components/slider-field';
import { rateInWords, rateSteps } from '../../components/voices/rates';
import type { VoiceList } from '../../components/voices/use-voices';
import { VoicePreview } from '../../components/voices/voice-preview';
import { VoiceSelect } from '../../components/voices/voice-select';
import type { DraftSpeaker } from './draft';
import { FieldError, useFieldError } from './field-error';
import { fieldIds } from './podcast-body';

export function SpeakerRow({
  place,
  speaker,
  voices,
  language,
  defaultVoice,
  usualRate,
  onChange,
  onRemove,
}: {
  place: number;
  speaker: DraftSpeaker;
  voices: VoiceList | undefined;
  language: string | undefined;
  defaultVoice: string | undefined;
  usualRate: number;
  onChange: (speaker: DraftSpeaker) => void;
  /** Undefined for the only one. */
  onRemove: (() => void) | undefined;
}) {
  const { id, name, voice, rate } = speaker;
  const [nameField, voiceField, rateField] = [
    fieldIds.speakerName(id),
    fieldIds.speakerVoice(id),
    fieldIds.speakerRate(id),
  ];
  const nameError = useFieldError(nameField);
  const voiceError = useFieldError(voiceField);
  return (
    <fieldset className="create-speaker">
      <legend>Speaker {place}</legend>
      <div className="field">
        <label htmlFor={nameField}>Name</label>
        <input
          id={nameField}
          type="text"
          maxLength={40}
          autoComplete="off"
          value={name}
          aria-invalid={nameError.isInvalid}
          aria-describedby={nameError.describedBy}
          onChange={({ target }) => onChange({ ...speaker, name: target.value })}
        />
        <FieldError field={nameField} />
      </div>
      <div className="field create-speaker-voice">
        <label htmlFor={voiceField}>Voice</label>
        <div className="create-row">
          <VoiceSelect
            id={voiceField}
            voices={voices}
            language={language}
            value={voice}
            none={defaultVoice === undefined ? 'Chosen for you' : `Chosen for you: ${defaultVoice}`}
            isInvalid={voiceError.isInvalid}
            describedBy={voiceError.describedBy}
            onChange={(chosen) => onChange(withVoice(speaker, chosen))}
          />
          <VoicePreview voice={voice ?? defaultVoice} />
        </div>
        <FieldError field={voiceField} />
      </div>
      <div className="create-speaker-rate">
        <SliderField
          id={rateField}
          label="Speed"
          steps={rateSteps}
          value={rate ?? usualRate}
          inWords={rateInWords}
          onChange={(chosen) => onChange({ ...speaker, rate: chosen })}
        />
        <FieldError field={rateField} />
      </div>
      {onRemove === undefined ? null : (
        <button
          type="button"
          className="icon-button create-speaker-remove"
          aria-label={`Remove speaker ${place}`}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      )}
    </fieldset>
  );
}

function withVoice({ voice: _before, ...speaker }: DraftSpeaker, voice: string | undefined): DraftSpeaker {
  return voice === undefined ? speaker : { ...speaker, voice };
}
