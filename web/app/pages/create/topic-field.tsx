import { Icon } from '../../components/icon';
import type { Draft } from './draft';
import { FieldRefusal, useRefusal } from './field-error';
import { fieldIds } from './podcast-body';
import type { ChangeDraft } from './use-draft';

export function TopicField({ draft, change }: { draft: Draft; change: ChangeDraft }) {
  const refusal = useRefusal(fieldIds.topic);
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
        aria-invalid={refusal.isInvalid}
        aria-describedby={`create-topic-hint ${refusal.describedBy ?? ''}`.trim()}
        onChange={({ target }) => change((before) => ({ ...before, topic: target.value }))}
      />
      <p className="field-hint" id="create-topic-hint">
        A topic alone is enough: its sources are then found for you. With sources of your own it is the theme.
      </p>
      <FieldRefusal field={fieldIds.topic} />
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
        <span>With the sources that were discovered for this topic.</span>
        <button
          id={fieldIds.topicId}
          type="button"
          className="button button-link"
          onClick={() => change(({ topicId: _topicId, ...draft }) => draft)}
        >
          Leave them out
        </button>
      </p>
      <FieldRefusal field={fieldIds.topicId} />
    </>
  );
}
