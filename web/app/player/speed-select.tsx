import { usePlayer } from './player';
import { speeds } from './speeds';

/** The playback speed. It is kept with the preferences, so it applies to later episodes, too. */
export function SpeedSelect() {
  const { speed, setSpeed } = usePlayer();
  // The settings offer others too.
  const offered = speeds.includes(speed) ? speeds : [...speeds, speed].sort((a, b) => a - b);
  return (
    <label className="speed-select">
      <span className="hidden">Speed</span>
      <select className="number" value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
        {offered.map((offer) => (
          <option key={offer} value={offer}>
            {offer}×
          </option>
        ))}
      </select>
    </label>
  );
}
