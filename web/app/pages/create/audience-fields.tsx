import type { ChangeDraft } from './use-draft';

const audiences = [
  {
    isPublic: false,
    label: 'Private',
    hint: 'Only here, in your library. You can publish it later.',
  },
  {
    isPublic: true,
    label: 'Public',
    hint: 'Subscribers are told of it when it is finished, and its audio and transcript open to everyone.',
  },
] as const;

export function AudienceFields({ isPublic, change }: { isPublic: boolean; change: ChangeDraft }) {
  return (
    <fieldset className="create-group">
      <legend>Who may hear it</legend>
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
