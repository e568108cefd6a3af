import { z } from 'zod';
import type { UiComponent } from '../ui-schema.js';

/** What a card shows of a snippet. */
export const snippetPayload = z.object({
  snippet_id: z.string(),
  topic_id: z.string(),
  title: z.string(),
  summary: z.string(),
  image_url: z.string().nullish(),
  thumbnail_url: z.string().nullish(),
});

export type SnippetPayload = z.infer<typeof snippetPayload>;

/** Only what is shown: a definition carries no second copy of the sources. */
export function shownSnippets(snippets: readonly SnippetPayload[]) {
  return snippets.map(({ snippet_id, topic_id, title, summary, image_url, thumbnail_url }) => ({
    snippet_id,
    topic_id,
    title,
    summary,
    image_url: thumbnail_url ?? image_url ?? null,
  }));
}

/** Cards of the snippets in the view's context, to listen to or to explore from. */
export function snippetList(listId: string, emptyText: string): UiComponent {
  return {
    type: 'list_view',
    id: listId,
    props: {
      data_source: '{view.context_data.snippets}',
      list_id: listId,
      layout: { display: 'grid', gap: 16 },
      item_template: snippetCard,
      empty_state_component: { type: 'text', props: { content: emptyText, semantic_as: 'status' } },
    },
  };
}

const snippetCard: UiComponent = {
  type: 'card',
  id_template: 'snippet-{item.snippet_id}',
  children: [
    {
      type: 'image',
      visibility_condition: 'item.image_url',
      // The title beside it says what it is.
      props: { src: '{item.image_url}', alt_text: '', aspect_ratio: '1:1', style: { objectFit: 'cover' } },
    },
    { type: 'text', props: { content: '{item.title}', semantic_as: 'h3' } },
    { type: 'text', props: { content: '{item.summary}', semantic_as: 'p' } },
    {
      type: 'container',
      props: { layout: { display: 'flex', direction: 'row', gap: 8, wrap: true } },
      children: [
        {
          type: 'button',
          props: {
            label: 'Listen Now',
            variant: 'primary',
            events: {
              onClick: {
                action_type: 'API_CALL',
                endpoint: '/api/v1/podcasts',
                method: 'POST',
                payload_template: { topic_id: '{item.topic_id}' },
                response_actions: [
                  {
                    action_type: 'CUSTOM_EVENT',
                    event_name: 'podcast_requested',
                    event_data: { title: '{item.title}' },
                  },
                ],
              },
            },
          },
        },
        {
          type: 'button',
          props: {
            label: 'Explore Related',
            variant: 'outline',
            disabled_condition: '!item.topic_id',
            events: {
              onClick: {
                action_type: 'API_CALL',
                endpoint: '/api/v1/topics/explore',
                method: 'POST',
                payload_template: { current_topic_id: '{item.topic_id}', depth_mode: 'deeper' },
                response_actions: [
                  {
                    action_type: 'CUSTOM_EVENT',
                    event_name: 'topics_explored',
                    event_data: { from: '{item.topic_id}' },
                  },
                ],
              },
            },
          },
        },
      ],
    },
  ],
};

/** Words to search for, sent by key or button. */
export function searchForm(value: string | undefined): UiComponent {
  const search = {
    action_type: 'API_CALL' as const,
    endpoint: '/api/v1/search/podcasts',
    method: 'POST' as const,
    payload_template: { query: '{view.context_data.query}' },
    response_actions: [{ action_type: 'CUSTOM_EVENT' as const, event_name: 'search_done' }],
  };
  return {
    type: 'container',
    id: 'search',
    props: { semantic_as: 'form', layout: { display: 'flex', direction: 'row', gap: 8 } },
    children: [
      {
        type: 'input_field',
        props: {
          bind_to_context: 'query',
          label: 'Search for a topic',
          input_type: 'search',
          ...(value === undefined ? {} : { value }),
          events: { onEnterPress: search },
        },
      },
      {
        type: 'button',
        props: {
          label: 'Search',
          variant: 'secondary',
          disabled_condition: '!view.context_data.query',
          events: { onClick: search },
        },
      },
    ],
  };
}
