import { openToEveryone } from '../../components/open-to-everyone';
import type { ChangeDraft } from './use-draft';

const audiences = [
  {
    isPublic: false,
    label: 'Unlisted',
    hint: `Not announced to subscribers. ${openToEveryone} You can change this later.`,
  },
  {
    isPublic: true,
    label: 'Public',
    hint: `Announced to subscribers when it is finished. ${openToEveryone}`,
  },
] as const;

export function AudienceFields({ isPublic, change }: { isPublic: boolean; change: ChangeDraft }) {
  return (
    <fieldset className="create-group">
      <legend>Visibility</legend>
      {audiences.map((audience) => (
        <label key={audience.label} className="create-choice">
          <input
            type="radio"
            name="create-audience"
            checked={isPublic === audience.isPublic}
            onChange={() => change((draft) => ({ ...draft, isPublic: audience.isPublic }))}
          />
          <span>
            <span className="create-choice-label">{audience.label}</span>
            <span className="field-hint">{audience.hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
