import { useMe } from '../../me/me';
import type { UiDefinition } from '../../ui-definition/types';
import { UiView } from '../../ui-definition/components/ui-view';
import type { Card } from './cards';
import { useListen } from './use-listen';
import { useRelated } from './use-related';

/** A view of topics with what the page adds to it: the session, its episodes, and what exploring has found. */
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
  const listen = useListen();

  function onEvent(name: string, data: Record<string, unknown>): void | Promise<void> {
    switch (name) {
      case 'more_wanted':
        return onMore?.();
      case 'topics_explored':
        related.open(data);
        return;
      case 'related_closed':
        related.close(data);
        return;
      case 'podcast_requested':
        listen.toNew(data);
        return;
      case 'episode_wanted':
        return listen.again(data);
    }
  }

  return (
    <UiView
      definition={definition}
      context={{
        ...context,
        snippets: related.cards.map((card) => ({
          ...listen.withEpisode(card),
          related: card.related && {
            ...card.related,
            snippets: card.related.snippets.map(listen.withEpisode),
          },
        })),
        // The page's own box is above.
        searched_elsewhere: true,
        client_id: clientId,
        ...(preferences.minutes === undefined ? {} : { minutes: preferences.minutes }),
      }}
      onEvent={onEvent}
    />
  );
}
