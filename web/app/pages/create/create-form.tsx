import type { Draft } from './draft';
import { AudienceFields } from './audience-fields';
import { FileFields } from './file-fields';
import { GuidanceField } from './guidance-field';
import { LinkFields } from './link-fields';
import { ProsodyFields } from './prosody-fields';
import { TextField } from './text-field';
import { TopicField } from './topic-field';
import type { ChangeDraft } from './use-draft';
import type { Estimate } from './use-estimate';
import type { useUploads } from './use-uploads';

/** All fields of the form. */
export function CreateForm({
  draft,
  minutes,
  estimate,
  uploads,
  isBusy,
  change,
}: {
  draft: Draft;
  minutes: number;
  estimate: Estimate | undefined;
  uploads: ReturnType<typeof useUploads>;
  /** A submission is being sent: its content must not change. */
  isBusy: boolean;
  change: ChangeDraft;
}) {
  return (
    <div className="create-fields" inert={isBusy}>
      <section className="card create-section" aria-labelledby="create-subject">
        <h2 id="create-subject">What it’s about</h2>
        <TopicField draft={draft} change={change} />
        <LinkFields draft={draft} change={change} />
        <FileFields
          files={draft.files}
          states={uploads.states}
          maxBytes={uploads.maxBytes}
          onAdd={uploads.add}
          onRetry={uploads.retry}
          onRemove={uploads.remove}
        />
        <TextField
          text={draft.text}
          title={draft.title}
          onLongPaste={(text) => uploads.add([new File([text], 'Pasted text.txt', { type: 'text/plain' })])}
          change={change}
        />
      </section>
      <ProsodyFields draft={draft} minutes={minutes} estimate={estimate} change={change} />
      <section className="card create-section" aria-labelledby="create-rest">
        <h2 id="create-rest">Audience and style</h2>
        <AudienceFields isPublic={draft.isPublic} change={change} />
        <GuidanceField guidance={draft.guidance} change={change} />
      </section>
    </div>
  );
}
