import { ProblemNotice } from '../../components/problem-notice';
import { Loading } from '../../components/loading';
import type { useVoices } from '../../components/voices/use-voices';

/** Which voices speak unless others are chosen, and why, where they are not the usual ones. */
export function CastNote({ voices }: { voices: ReturnType<typeof useVoices> }) {
  const { data, error, refetch } = voices;
  if (error !== null && data === undefined) {
    return (
      <ProblemNotice error={error} title="The voices could not be listed." onRetry={() => void refetch()}>
        <p>An episode can be made all the same: its voices are then chosen for you.</p>
      </ProblemNotice>
    );
  }
  if (data === undefined) return <Loading what="the voices" lines={1} />;
  const { engine, voices: cast, reason } = data.default_cast;
  const names = cast.join(' and ');
  return (
    <p className="field-hint">
      {reason === undefined
        ? `Unless you choose others, ${names} speak.`
        : engine === 'flite'
          ? `Unless you choose others, the simpler Flite voices ${names} speak instead of the neural ones: ${reason}.`
          : `Unless you choose others, ${names} are to speak, but cannot yet: ${reason}.`}
    </p>
  );
}
