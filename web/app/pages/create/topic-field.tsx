import { Icon } from '../../components/icon';
import type { Draft } from './draft';
import { FieldError, useFieldError } from './field-error';
import { fieldIds } from './podcast-body';
import type { ChangeDraft } from './use-draft';

export function TopicField({ draft, change }: { draft: Draft; change: ChangeDraft }) {
  const error = useFieldError(fieldIds.topic);
  return (
    <div className="field">
      <label htmlFor={fieldIds.topic}>Topic</label>
      <input
        id={fieldIds.topic}
        type="text"
        maxLength={300}
        autoComplete="off"
        placeholder="How lighthouses were built on open rock"
        value={draft.topic}
        aria-invalid={error.isInvalid}
        aria-describedby={`create-topic-hint ${error.describedBy ?? ''}`.trim()}
        onChange={({ target }) => change((before) => ({ ...before, topic: target.value }))}
      />
      <p className="field-hint" id="create-topic-hint">
        A topic is enough: sources are found for you. If you add sources, this sets the angle.
      </p>
      <FieldError field={fieldIds.topic} />
      {draft.topicId === undefined ? null : <DiscoveredTopic change={change} />}
    </div>
  );
}

/** The draft began at a topic of the Discover page, which brings its own sources. */
function DiscoveredTopic({ change }: { change: ChangeDraft }) {
  return (
    <>
      <p className="create-discovered">
        <Icon name="spark" />
        <span>Uses the sources found for this topic.</span>
        <button
          id={fieldIds.topicId}
          type="button"
          className="button button-link"
          onClick={() => change(({ topicId: _topicId, ...draft }) => draft)}
        >
          Leave them out
        </button>
      </p>
      <FieldError field={fieldIds.topicId} />
    </>
  );
}
