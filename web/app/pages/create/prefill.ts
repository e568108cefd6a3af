import { hasSubject, withoutSubject, type Draft } from './draft';
import { isObject } from '../../browser/is-object';
import { randomId } from '../../browser/random-id';

/** What a link to this page asks for. */
export type Prefill = { topic?: string; topicId?: string; urls: string[]; text?: string };

/**
 * Reads `?topic=&topic_id=&url=&url=...`, and the text that another page handed over beside the address; undefined if
 * nothing is asked for.
 */
export function prefillOf(search: string): Prefill | undefined {
  const query = new URLSearchParams(search);
  const topic = query.get('topic')?.trim().slice(0, 300);
  const topicId = query.get('topic_id')?.trim();
  const urls = query.getAll('url').filter((url) => url.trim() !== '');
  const text = handedText();
  if (!topic && !topicId && !text && urls.length === 0) return undefined;
  return { ...(topic ? { topic } : {}), ...(topicId ? { topicId } : {}), urls, ...(text ? { text } : {}) };
}

function handedText(): string | undefined {
  const state: unknown = history.state;
  const text = isObject(state) ? state['text'] : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** The draft with it. `replaces`: the draft was about something else. */
export function prefilled(draft: Draft, asked: Prefill): { draft: Draft; replaces: boolean } {
  const isSame =
    draft.topic.trim() === (asked.topic ?? '') &&
    draft.topicId === asked.topicId &&
    draft.text === (asked.text ?? draft.text) &&
    asked.urls.every((url) => draft.links.some((link) => link.url === url));
  if (isSame && hasSubject(draft)) return { draft, replaces: false };
  return {
    draft: {
      ...withoutSubject(draft),
      topic: asked.topic ?? '',
      text: asked.text ?? '',
      ...(asked.topicId === undefined ? {} : { topicId: asked.topicId }),
      links: asked.urls.map((url) => ({ id: randomId(), url })),
    },
    replaces: hasSubject(draft),
  };
}
