import type { Schemas } from '../../api/client';
import type { UiDefinition } from '../../ui-definition/types';

/** A topic as a view's context data has it: what the card shows, whatever that is, and by what it is known. */
export type Card = { snippet_id: string; topic_id: string; title: string; [shown: string]: unknown };

/** The topics in the context data of a view. */
export function cardsIn(definition: UiDefinition): Card[] {
  const snippets = definition.context_data?.['snippets'];
  return Array.isArray(snippets) ? snippets.filter(isCard) : [];
}

function isCard(value: unknown): value is Card {
  if (typeof value !== 'object' || value === null) return false;
  return ['snippet_id', 'topic_id', 'title'].every(
    (name) => typeof Object.getOwnPropertyDescriptor(value, name)?.value === 'string',
  );
}

/** A snippet that exploring has found, as cards show it. */
export function cardOf(snippet: Schemas['Snippet']): Card {
  const { snippet_id, topic_id, title, summary, thumbnail_url, image_url } = snippet;
  const {
    category_suggestion: category,
    potential_sources: sources,
    source_feed_name: feed,
  } = snippet.original_topic_details_from_tda;
  const [first, ...others] = new Set(sources.map(({ source_name }) => source_name));
  const from = others.length === 0 ? (first ?? null) : `${first} and ${others.length} more`;
  return {
    snippet_id,
    topic_id,
    title,
    summary,
    image_url: thumbnail_url ?? image_url,
    category,
    sources: feed === 'sample_library' ? `${from} (sample text)` : from,
  };
}

/** Each once, in the order of their coming: pages may overlap when there was news between them. */
export function eachOnce(cards: readonly Card[]): Card[] {
  return [...new Map(cards.map((card) => [card.snippet_id, card])).values()];
}
