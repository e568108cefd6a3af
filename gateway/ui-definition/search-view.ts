import { z } from 'zod';
import type { UiComponent, UiDefinition } from './ui-schema.js';
import {
  areSamples,
  listWithNotice,
  searchForm,
  shownSnippets,
  snippetList,
  snippetPayload,
} from './snippet-list.js';

export const searchPayload = z.object({
  query: z.string(),
  search_results: z.array(snippetPayload),
  message: z.string().optional(),
  notice: z.string().nullish(),
});

/** What a search found, and the words to search again with. */
export function searchView(payload: z.infer<typeof searchPayload>): UiDefinition {
  const { query, search_results, message, notice } = payload;
  return {
    view_id: 'searchResultsView',
    schema_version: '1.0',
    context_data: {
      query,
      snippets: shownSnippets(search_results),
      result_count: search_results.length,
      message: message ?? null,
      notice: notice ?? null,
    },
    root_component: {
      type: 'container',
      id: 'search-results',
      props: { semantic_as: 'main', layout: { display: 'flex', direction: 'column', gap: 24 } },
      children: [
        searchForm('{view.context_data.query}'),
        { type: 'text', props: { content: 'Results for “{view.context_data.query}”', semantic_as: 'h1' } },
        {
          type: 'text',
          visibility_condition: 'view.context_data.message',
          props: { content: '{view.context_data.message}', semantic_as: 'status' },
        },
        ...listWithNotice(snippetList('results', nothingFound), areSamples(search_results)),
      ],
    },
  };
}

const nothingFound: UiComponent = {
  type: 'container',
  props: { style: { customCssClass: 'nothing' } },
  children: [
    { type: 'text', props: { content: 'Nothing was found. Try other words.', semantic_as: 'p' } },
    {
      type: 'button',
      props: {
        label: 'Make an episode about “{view.context_data.query}”',
        icon_left: 'spark',
        variant: 'primary',
        events: {
          onClick: { action_type: 'NAVIGATE', target_path: '/create?topic={view.context_data.query}' },
        },
      },
    },
    {
      type: 'button',
      props: {
        label: 'Show all topics',
        variant: 'outline',
        events: { onClick: { action_type: 'NAVIGATE', target_path: '/?categories=' } },
      },
    },
  ],
};
