import { Icon } from '../components/icon';

/** The second choice where playback resumes: from the beginning. */
export function FromStartButton({ onPress }: { onPress: () => void }) {
  return (
    <button type="button" className="button from-start" onClick={onPress}>
      <Icon name="back" /> From the start
    </button>
  );
}
