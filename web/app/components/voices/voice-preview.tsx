import './voice-preview.css';
import { Icon } from '../icon';
import { useVoicePreview } from './use-voice-preview';

const labels = { idle: 'Preview', loading: 'Loading', playing: 'Stop' } as const;

/** Plays and stops a sample of a voice; a problem is shown beside it. */
export function VoicePreview({ voice }: { voice: string | undefined }) {
  const { state, problem, play, stop } = useVoicePreview(voice);
  return (
    <>
      <span className="voice-preview">
        <button
          type="button"
          className="button voice-preview-button"
          disabled={voice === undefined}
          aria-label={voice === undefined ? labels[state] : `${labels[state]} the voice ${voice}`}
          onClick={() => (state === 'idle' ? void play() : stop())}
        >
          {state === 'loading' ? (
            <span className="voice-preview-spinner" aria-hidden="true" />
          ) : (
            <Icon name={state === 'idle' ? 'play' : 'pause'} />
          )}
          {labels[state]}
        </button>
      </span>
      <span role="status" className={problem === undefined ? 'hidden' : 'field-error voice-preview-problem'}>
        {problem === undefined ? '' : `The voice ${voice ?? ''} could not be played. ${problem}`}
      </span>
    </>
  );
}
