import { useEffect, useState } from 'react';
import type { Schemas } from '../../api/client';
import { cardOf, type Card } from './cards';

/** What exploring from a card has found, as the views' cards show it. */
type Related = { title: string; snippets: Card[]; message: string };

/** What `topics_explored` says, of this gateway's own answer. */
type Explored = { from: string; depth_mode: string; topics: Schemas['Snippet'][]; message?: string };

/**
 * Below a card stands what came of exploring from it; exploring from one of those takes their place, so that somebody
 * can go on and on without the page growing.
 */
export function useRelated(cards: readonly Card[], say: (text: string) => void) {
  const [byTopic, setByTopic] = useState<Record<string, Related>>({});
  const [opened, setOpened] = useState<{ topicId: string }>();
  useEffect(() => {
    if (opened === undefined) return;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
    document
      .getElementById(`view-related-to-${opened.topicId}`)
      ?.scrollIntoView({ block: 'nearest', behavior });
  }, [opened]);

  function open(data: Record<string, unknown>): void {
    if (!isExplored(data)) return;
    const { from, depth_mode: mode, topics, message = 'Nothing was found.' } = data;
    const holder = cards.find(({ topic_id: id }) => id === from || has(byTopic[id], from));
    if (holder === undefined) return;
    const shown = [holder, ...(byTopic[holder.topic_id]?.snippets ?? [])];
    const title = shown.find(({ topic_id: id }) => id === from)?.title ?? holder.title;
    const found: Related = {
      title: mode === 'broader' ? `Broader than “${title}”` : `Deeper into “${title}”`,
      snippets: topics.map(cardOf),
      message,
    };
    setByTopic((before) => ({ ...before, [holder.topic_id]: found }));
    setOpened({ topicId: holder.topic_id });
    say(topics.length === 0 ? message : `${found.title}: ${topics.length} topics, below the card.`);
  }

  function close({ from }: Record<string, unknown>): void {
    const holder = cards.find(({ topic_id: id }) => id === from);
    if (holder === undefined) return;
    setByTopic(({ [holder.topic_id]: _closed, ...others }) => others);
    // The button that was pressed is gone: its user goes on at the card.
    document.getElementById(`view-snippet-${holder.snippet_id}`)?.querySelector('button')?.focus();
  }

  return {
    cards: cards.map((card) => ({ ...card, related: byTopic[card.topic_id] ?? null })),
    open,
    close,
  };
}

function has(related: Related | undefined, topicId: string): boolean {
  return related?.snippets.some(({ topic_id: id }) => id === topicId) ?? false;
}

function isExplored(data: Record<string, unknown>): data is Explored {
  return typeof data['from'] === 'string' && Array.isArray(data['topics']);
}
