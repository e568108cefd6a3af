import { useMe } from '../../me/me';
import { usePlayer } from '../../player/player';
import type { UiDefinition } from '../../ui-definition/types';
import { UiView } from '../../ui-definition/components/ui-view';
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
  const player = usePlayer();
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
        return;
      case 'podcast_requested':
        listen(data);
    }
  }

  /** Sounds as soon as there is a line: the browser lets it, since a press on this page has asked for it. */
  function listen({ podcast_id: podcastId, title }: Record<string, unknown>): void {
    if (typeof podcastId !== 'string' || typeof title !== 'string') return;
    player.play({ podcastId, title, coverUrl: null, isLive: true });
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
