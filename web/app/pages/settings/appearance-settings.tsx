import { useMe } from '../../me/me';
import { themes } from '../../me/preferences';
import { SliderField } from '../../components/slider-field';
import { rateInWords } from '../../components/voices/rates';
import { useDebouncedSave } from './use-debounced-save';

const labels = { system: 'System', light: 'Light', dark: 'Dark' } as const;
const speedSteps = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** How the app looks and plays. */
export function AppearanceSettings() {
  const { preferences, prefer } = useMe();
  const [speed, moveSpeed] = useDebouncedSave(preferences.playback_speed, (value) =>
    prefer({ playback_speed: value }),
  );
  return (
    <section className="card settings-section" aria-labelledby="settings-appearance">
      <h2 id="settings-appearance">Playback and appearance</h2>
      <SliderField
        id="settings-speed"
        label="Playback speed"
        steps={speedSteps}
        value={speed}
        inWords={rateInWords}
        hint="The speed at which the player starts. It does not change the episode itself."
        onChange={moveSpeed}
      />
      <fieldset className="settings-themes">
        <legend>Theme</legend>
        {themes.map((theme) => (
          <label key={theme} className="chip">
            <input
              type="radio"
              name="settings-theme"
              checked={preferences.theme === theme}
              onChange={() => prefer({ theme })}
            />
            {labels[theme]}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
