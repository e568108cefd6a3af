import { z } from 'zod';
import { defined } from '../../platform/defined.js';
import type { UiAction, UiComponent } from './ui-schema.js';

/** What a card shows of a snippet. */
export const snippetPayload = z.object({
  snippet_id: z.string(),
  topic_id: z.string(),
  title: z.string(),
  summary: z.string(),
  image_url: z.string().nullish(),
  thumbnail_url: z.string().nullish(),
  original_topic_details_from_tda: z
    .object({
      category_suggestion: z.string(),
      potential_sources: z.array(z.object({ source_name: z.string() })),
      source_feed_name: z.string().optional(),
    })
    .optional(),
});

export type SnippetPayload = z.infer<typeof snippetPayload>;

/** How topics of the sample library name where they are from. */
const sampleFeed = 'sample_library';

/** Whether these are shipped texts, which stand in where no news can be reached. */
export function areSamples(snippets: readonly SnippetPayload[]): boolean {
  return snippets.length > 0 && snippets.every(isSample);
}

function isSample({ original_topic_details_from_tda: topic }: SnippetPayload): boolean {
  return topic?.source_feed_name === sampleFeed;
}

/** Only what is shown: a definition carries no second copy of the sources. */
export function shownSnippets(snippets: readonly SnippetPayload[]) {
  return snippets.map((snippet) => {
    const { snippet_id, topic_id, title, summary, image_url, thumbnail_url } = snippet;
    const topic = snippet.original_topic_details_from_tda;
    return {
      snippet_id,
      topic_id,
      title,
      summary,
      image_url: thumbnail_url ?? image_url ?? null,
      category: topic?.category_suggestion ?? null,
      sources:
        topic === undefined
          ? null
          : `${sourceNames(topic.potential_sources) ?? ''}${isSample(snippet) ? ' (sample text)' : ''}` ||
            null,
    };
  });
}

/** `Observatory News`, `Observatory News and 2 more`; null where there is none. */
function sourceNames(sources: readonly { source_name: string }[]): string | null {
  const [first, ...others] = new Set(sources.map(({ source_name }) => source_name));
  if (first === undefined) return null;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** Cards of the snippets in the view's context, to listen to or to explore from. */
export function snippetList(listId: string, whenEmpty: UiComponent): UiComponent {
  return {
    type: 'list_view',
    id: listId,
    props: {
      data_source: '{view.context_data.snippets}',
      list_id: listId,
      layout: { display: 'grid', gap: 24 },
      style: { customCssClass: 'topic-grid' },
      item_template: {
        type: 'container',
        props: { style: { customCssClass: 'topic-slot' } },
        children: [snippetCard('h2', 'snippet'), relatedPanel],
      },
      empty_state_component: whenEmpty,
    },
  };
}

function snippetCard(heading: 'h2' | 'h4', idPrefix: string): UiComponent {
  return {
    type: 'card',
    id_template: `${idPrefix}-{item.snippet_id}`,
    props: { style: { customCssClass: 'topic-card' } },
    children: [
      {
        type: 'image',
        visibility_condition: 'item.image_url',
        // The title beside it says what it is.
        props: { src: '{item.image_url}', alt_text: '', aspect_ratio: '1:1', style: { objectFit: 'cover' } },
      },
      {
        type: 'container',
        visibility_condition: '!item.image_url',
        props: { style: { customCssClass: 'topic-coverless' } },
      },
      {
        type: 'container',
        props: { style: { customCssClass: 'topic-text' } },
        children: [
          {
            type: 'text',
            visibility_condition: 'item.category',
            props: {
              content: '{item.category}',
              semantic_as: 'p',
              style: { customCssClass: 'topic-category' },
            },
          },
          { type: 'text', props: { content: '{item.title}', semantic_as: heading } },
          {
            type: 'text',
            props: {
              content: '{item.summary}',
              semantic_as: 'p',
              style: { customCssClass: 'topic-summary' },
            },
          },
          {
            type: 'text',
            visibility_condition: 'item.sources',
            props: {
              content: 'From {item.sources}',
              semantic_as: 'p',
              style: { customCssClass: 'topic-sources' },
            },
          },
        ],
      },
      {
        type: 'container',
        props: {
          layout: { display: 'flex', direction: 'row', gap: 8, wrap: true },
          style: { customCssClass: 'topic-actions' },
        },
        children: [
          listenButton,
          listenAgainButton,
          makeNewButton,
          exploreButton('Go deeper', 'deeper', 'Go deeper into {item.title}'),
          exploreButton('Go broader', 'broader', 'Go broader than {item.title}'),
        ],
      },
    ],
  };
}

const makeEpisode: UiAction = {
  action_type: 'API_CALL',
  endpoint: '/api/v1/podcasts',
  method: 'POST',
  payload_template: {
    topic_id: '{item.topic_id}',
    client_id: '{view.context_data.client_id}',
    minutes: '{view.context_data.minutes}',
  },
  response_actions: [
    {
      action_type: 'CUSTOM_EVENT',
      event_name: 'podcast_requested',
      event_data: {
        podcast_id: '{response.podcast_id}',
        topic_id: '{item.topic_id}',
        title: '{item.title}',
      },
    },
    { action_type: 'NAVIGATE', target_path: '/episodes/{response.podcast_id}' },
  ],
};

const listenButton: UiComponent = {
  type: 'button',
  visibility_condition: '!item.episode_id',
  props: {
    label: 'Listen',
    aria_label: 'Listen to {item.title}',
    icon_left: 'play',
    variant: 'primary',
    events: { onClick: makeEpisode },
  },
};

/** Where the renderer knows an episode of the topic: it is played. */
const listenAgainButton: UiComponent = {
  type: 'button',
  visibility_condition: 'item.episode_id',
  props: {
    label: 'Listen',
    aria_label: 'Listen to {item.title}',
    icon_left: 'play',
    variant: 'primary',
    events: {
      onClick: {
        action_type: 'CUSTOM_EVENT',
        event_name: 'episode_wanted',
        event_data: {
          podcast_id: '{item.episode_id}',
          topic_id: '{item.topic_id}',
          title: '{item.title}',
        },
      },
    },
  },
};

const makeNewButton: UiComponent = {
  type: 'button',
  visibility_condition: 'item.episode_id',
  props: {
    label: 'Make a new one',
    aria_label: 'Make a new episode about {item.title}',
    variant: 'outline',
    events: { onClick: makeEpisode },
  },
};

function exploreButton(label: string, depthMode: 'deeper' | 'broader', said: string): UiComponent {
  return {
    type: 'button',
    props: {
      label,
      aria_label: said,
      variant: 'outline',
      disabled_condition: '!item.topic_id',
      events: {
        onClick: {
          action_type: 'API_CALL',
          endpoint: '/api/v1/topics/explore',
          method: 'POST',
          payload_template: {
            current_topic_id: '{item.topic_id}',
            depth_mode: depthMode,
            client_id: '{view.context_data.client_id}',
          },
          response_actions: [
            {
              action_type: 'CUSTOM_EVENT',
              event_name: 'topics_explored',
              event_data: {
                from: '{item.topic_id}',
                depth_mode: depthMode,
                topics: '{response.explored_topics}',
                message: '{response.message}',
              },
            },
          ],
        },
      },
    },
  };
}

/** What exploring from a card has found, which renderers put into the snippet as `related`. */
const relatedPanel: UiComponent = {
  type: 'container',
  id_template: 'related-to-{item.topic_id}',
  visibility_condition: 'item.related',
  props: { semantic_as: 'section', style: { customCssClass: 'related' } },
  children: [
    {
      type: 'container',
      props: { style: { customCssClass: 'related-head' } },
      children: [
        { type: 'text', props: { content: '{item.related.title}', semantic_as: 'h3' } },
        {
          type: 'button',
          props: {
            label: 'Close',
            aria_label: 'Close {item.related.title}',
            variant: 'link',
            events: {
              onClick: {
                action_type: 'CUSTOM_EVENT',
                event_name: 'related_closed',
                event_data: { from: '{item.topic_id}' },
              },
            },
          },
        },
      ],
    },
    {
      type: 'list_view',
      props: {
        data_source: '{item.related.snippets}',
        layout: { display: 'grid', gap: 16 },
        style: { customCssClass: 'related-grid' },
        item_template: snippetCard('h4', 'related'),
        empty_state_component: {
          type: 'text',
          props: { content: '{item.related.message}', semantic_as: 'p' },
        },
      },
    },
  ],
};

/** Words to search for, sent by key or button: the results have an address of their own. */
export function searchForm(value: string | undefined): UiComponent {
  const search: UiAction = { action_type: 'NAVIGATE', target_path: '/?q={view.context_data.query}' };
  return {
    type: 'container',
    id: 'search',
    // A page with a box of its own says so.
    visibility_condition: '!view.context_data.searched_elsewhere',
    props: {
      semantic_as: 'form',
      layout: { display: 'flex', direction: 'row', gap: 8, align_items: 'end' },
      style: { customCssClass: 'topic-search' },
    },
    children: [
      {
        type: 'input_field',
        props: {
          bind_to_context: 'query',
          label: 'Search for a topic',
          placeholder: 'What interests you?',
          input_type: 'search',
          ...defined({ value }),
          events: { onEnterPress: search },
        },
      },
      {
        type: 'button',
        props: {
          label: 'Search',
          icon_left: 'search',
          variant: 'secondary',
          disabled_condition: '!view.context_data.query',
          events: { onClick: search },
        },
      },
    ],
  };
}

/** The cards, and the notice of the sources behind them: before them where it says what they are. */
export function listWithNotice(list: UiComponent, isOfSamples: boolean): UiComponent[] {
  return isOfSamples ? [sourcesNotice, list] : [list, sourcesNotice];
}

/** Sources that did not answer, named quietly. */
const sourcesNotice: UiComponent = {
  type: 'text',
  visibility_condition: 'view.context_data.notice',
  props: {
    content: '{view.context_data.notice}',
    semantic_as: 'small',
    style: { customCssClass: 'sources-notice' },
  },
};
