import { z } from 'zod';
import type { UiDefinition } from '../ui-schema.js';
import { searchForm, shownSnippets, snippetList, snippetPayload } from './snippet-list.js';

export const searchPayload = z.object({
  query: z.string(),
  search_results: z.array(snippetPayload),
  message: z.string().optional(),
});

/** What a search found, and the words to search again with. */
export function searchView({ query, search_results, message }: z.infer<typeof searchPayload>): UiDefinition {
  return {
    view_id: 'searchResultsView',
    schema_version: '1.0',
    context_data: {
      query,
      snippets: shownSnippets(search_results),
      result_count: search_results.length,
      message: message ?? null,
    },
    root_component: {
      type: 'container',
      id: 'search-results',
      props: { semantic_as: 'main', layout: { display: 'flex', direction: 'column', gap: 24 } },
      children: [
        { type: 'text', props: { content: 'Results for “{view.context_data.query}”', semantic_as: 'h1' } },
        searchForm('{view.context_data.query}'),
        {
          type: 'text',
          visibility_condition: 'view.context_data.message',
          props: { content: '{view.context_data.message}', semantic_as: 'status' },
        },
        snippetList('results', 'Nothing was found. Try other words.'),
      ],
    },
  };
}
