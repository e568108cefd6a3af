import { Icon } from '../components/icon';
import { usePlayer } from './player';

export function VolumeControl() {
  const { volume, muted, setVolume, setMuted } = usePlayer();
  const loudness = muted ? 0 : volume;
  return (
    <div className="volume-control">
      <button
        type="button"
        className="icon-button"
        aria-label="Mute"
        aria-pressed={muted}
        onClick={() => setMuted(!muted)}
      >
        <Icon name={loudness === 0 ? 'muted' : 'volume'} />
      </button>
      <input
        type="range"
        aria-label="Volume"
        min={0}
        max={100}
        step={5}
        value={Math.round(loudness * 100)}
        aria-valuetext={`${Math.round(loudness * 100)} %`}
        onChange={(event) => setVolume(Number(event.target.value) / 100)}
      />
    </div>
  );
}
