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

export const landingPayload = z.object({
  snippets: z.array(snippetPayload),
  categories: z.array(z.string()).optional(),
  /** Those of them that the snippets are of; none: of all. */
  chosen: z.array(z.string()).optional(),
  next_cursor: z.string().nullish(),
  notice: z.string().nullish(),
  /** The topics are still being looked for: ask again soon. */
  pending: z.boolean().optional(),
});

/** The landing page: a search, the categories, and a card for every snippet. */
export function landingView(payload: z.infer<typeof landingPayload>): UiDefinition {
  const { snippets, categories = [], chosen = [], next_cursor, notice, pending = false } = payload;
  const isOfSamples = areSamples(snippets);
  return {
    view_id: 'landingPage',
    schema_version: '1.0',
    context_data: {
      snippets: shownSnippets(snippets),
      categories: toggles(categories, chosen),
      query: '',
      next_cursor: next_cursor ?? null,
      notice: notice ?? null,
      pending,
    },
    root_component: {
      type: 'container',
      id: 'landing',
      props: { semantic_as: 'main', layout: { display: 'flex', direction: 'column', gap: 24 } },
      children: [
        searchForm(undefined),
        categoryList,
        {
          type: 'text',
          props: { content: isOfSamples ? 'Sample texts' : 'Latest topics', semantic_as: 'h1' },
        },
        ...listWithNotice(snippetList('latest', nothingHere), isOfSamples),
        moreButton,
      ],
    },
  };
}

/** Each category with what is chosen after it was pressed, and one entry that takes all choice back. */
function toggles(categories: readonly string[], chosen: readonly string[]) {
  if (categories.length === 0) return [];
  const operatorsOwn = chosen.filter((name) => !categories.includes(name));
  const entries = [...categories, ...operatorsOwn].map((name) => {
    const isChosen = chosen.includes(name);
    const after = isChosen ? chosen.filter((other) => other !== name) : [...chosen, name];
    return { name, chosen: isChosen, after: after.join(',') };
  });
  return [{ name: 'All topics', chosen: chosen.length === 0, after: '' }, ...entries];
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
        label: '{item.name}',
        variant: 'chip',
        pressed_condition: 'item.chosen',
        events: { onClick: { action_type: 'NAVIGATE', target_path: '/?categories={item.after}' } },
      },
    },
  },
};

const nothingHere: UiComponent = {
  type: 'container',
  visibility_condition: '!view.context_data.loading && !view.context_data.pending',
  props: { style: { customCssClass: 'nothing' } },
  children: [
    {
      type: 'text',
      props: {
        content: 'There is nothing here yet. Search for a topic, and an episode is made of it.',
        semantic_as: 'p',
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

const moreButton: UiComponent = {
  type: 'button',
  id: 'more',
  visibility_condition: 'view.context_data.next_cursor',
  props: {
    label: 'Load more topics',
    variant: 'outline',
    layout: { margin: '0 auto' },
    events: {
      onClick: {
        action_type: 'CUSTOM_EVENT',
        event_name: 'more_wanted',
        event_data: { cursor: '{view.context_data.next_cursor}' },
      },
    },
  },
};
