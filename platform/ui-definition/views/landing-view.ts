import { z } from 'zod';
import type { UiComponent, UiDefinition } from '../ui-schema.js';
import { searchForm, shownSnippets, snippetList, snippetPayload } from './snippet-list.js';

export const landingPayload = z.object({
  snippets: z.array(snippetPayload),
  categories: z.array(z.string()).optional(),
});

/** The landing page: a search, the categories, and a card for every snippet. */
export function landingView({ snippets, categories = [] }: z.infer<typeof landingPayload>): UiDefinition {
  return {
    view_id: 'landingPage',
    schema_version: '1.0',
    context_data: { snippets: shownSnippets(snippets), categories, query: '' },
    root_component: {
      type: 'container',
      id: 'landing',
      props: { semantic_as: 'main', layout: { display: 'flex', direction: 'column', gap: 24 } },
      children: [
        { type: 'text', props: { content: 'Latest Episodes', semantic_as: 'h1' } },
        searchForm(undefined),
        categoryList,
        snippetList('latest', 'There is nothing here yet. Search for a topic, and an episode is made of it.'),
      ],
    },
  };
}

const categoryList: UiComponent = {
  type: 'list_view',
  id: 'categories',
  visibility_condition: 'view.context_data.categories',
  props: {
    data_source: '{view.context_data.categories}',
    list_id: 'categories',
    layout: { display: 'flex', direction: 'row', gap: 8, wrap: true },
    item_template: {
      type: 'button',
      props: {
        label: '{item}',
        variant: 'link',
        events: {
          onClick: {
            action_type: 'API_CALL',
            endpoint: '/api/v1/snippets?categories={item}',
            method: 'GET',
            response_actions: [{ action_type: 'CUSTOM_EVENT', event_name: 'category_chosen' }],
          },
        },
      },
    },
  },
};
