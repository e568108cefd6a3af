import { ProblemNotice } from '../../components/problem-notice';
import { Loading } from '../../components/loading';
import type { useVoices } from '../../components/voices/use-voices';

/** Which voices speak unless others are chosen, and why, where they are not the usual ones. */
export function DefaultVoicesNote({ voices }: { voices: ReturnType<typeof useVoices> }) {
  const { data, error, refetch } = voices;
  if (error !== null && data === undefined) {
    return (
      <ProblemNotice error={error} title="The voices could not be loaded." onRetry={() => void refetch()}>
        <p>You can still create an episode: its voices are chosen for you.</p>
      </ProblemNotice>
    );
  }
  if (data === undefined) return <Loading what="the voices" lines={1} />;
  const { engine, voices: cast, reason } = data.default_cast;
  const names = cast.join(' and ');
  return (
    <p className="field-hint">
      {reason === undefined
        ? `Default voices: ${names}.`
        : engine === 'flite'
          ? `Default voices: ${names}. These are the simpler Flite voices, because the neural ones are not available: ${reason}.`
          : `Default voices: ${names}. They are not available yet: ${reason}.`}
    </p>
  );
}
