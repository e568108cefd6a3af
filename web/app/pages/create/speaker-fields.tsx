import { useRef } from 'react';
import { Icon } from '../../components/icon';
import type { VoiceList } from '../../components/voices/use-voices';
import { anotherSpeaker, maxSpeakers, type DraftSpeaker } from './draft';
import { SpeakerRow } from './speaker-row';
import type { ChangeDraft } from './use-draft';

/** Who talks: one alone, or a conversation of up to four. */
export function SpeakerFields({
  speakers,
  voices,
  language,
  defaultVoices,
  usualRate,
  change,
}: {
  speakers: readonly DraftSpeaker[];
  voices: VoiceList | undefined;
  language: string | undefined;
  /** Whose voice speaks where none is chosen, by place. */
  defaultVoices: readonly (string | undefined)[];
  usualRate: number;
  change: ChangeDraft;
}) {
  const button = useRef<HTMLButtonElement>(null);

  function setAll(next: (speakers: DraftSpeaker[]) => DraftSpeaker[]): void {
    change((draft) => ({ ...draft, speakers: next(draft.speakers) }));
  }

  return (
    <div className="create-speakers">
      {speakers.map((speaker, at) => (
        <SpeakerRow
          key={speaker.id}
          place={at + 1}
          speaker={speaker}
          voices={voices}
          language={language}
          defaultVoice={defaultVoices[at]}
          usualRate={usualRate}
          onChange={(changed) =>
            setAll((all) => all.map((other) => (other.id === speaker.id ? changed : other)))
          }
          onRemove={
            speakers.length === 1
              ? undefined
              : () => {
                  setAll((all) => all.filter((other) => other.id !== speaker.id));
                  button.current?.focus();
                }
          }
        />
      ))}
      <button
        type="button"
        className="button create-add"
        ref={button}
        disabled={speakers.length >= maxSpeakers}
        onClick={() => setAll((all) => [...all, anotherSpeaker(all)])}
      >
        <Icon name="plus" /> {speakers.length >= maxSpeakers ? 'Four speakers at most' : 'Add a speaker'}
      </button>
    </div>
  );
}
