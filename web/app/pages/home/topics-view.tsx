import { useMe } from '../../me/me';
import type { UiDefinition } from '../../ui-definition/types';
import { UiView } from '../../ui-definition/ui-view';
import type { Card } from './cards';
import { useRelated } from './use-related';

/** A view of topics with what the page adds to it: the session, and what exploring has found. */
export function TopicsView({
  definition,
  cards,
  context,
  onMore,
  say,
}: {
  definition: UiDefinition;
  cards: readonly Card[];
  context: Record<string, unknown>;
  onMore?: () => Promise<void>;
  say: (text: string) => void;
}) {
  const { clientId, preferences } = useMe();
  const related = useRelated(cards, say);

  function onEvent(name: string, data: Record<string, unknown>): void | Promise<void> {
    switch (name) {
      case 'more_wanted':
        return onMore?.();
      case 'topics_explored':
        related.open(data);
        return;
      case 'related_closed':
        related.close(data);
    }
  }

  return (
    <UiView
      definition={definition}
      context={{
        ...context,
        snippets: related.cards,
        client_id: clientId,
        ...(preferences.minutes === undefined ? {} : { minutes: preferences.minutes }),
      }}
      onEvent={onEvent}
    />
  );
}
