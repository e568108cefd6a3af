import { z } from 'zod';
import type { UiDefinition } from './ui-schema.js';

export const errorPayload = z.object({
  error_code: z.string(),
  message: z.string(),
  retryable: z.boolean().default(false),
});

/** What went wrong, in words for people, and the way on. */
export function errorView({ error_code, message, retryable }: z.infer<typeof errorPayload>): UiDefinition {
  return {
    view_id: 'errorView',
    schema_version: '1.0',
    context_data: { error_code, message, retryable },
    root_component: {
      type: 'container',
      id: 'error',
      props: { semantic_as: 'main', layout: { display: 'flex', direction: 'column', gap: 16 } },
      children: [
        { type: 'text', props: { content: 'That did not work', semantic_as: 'h1' } },
        { type: 'text', props: { content: '{view.context_data.message}', semantic_as: 'alert' } },
        { type: 'text', props: { content: '{view.context_data.error_code}', semantic_as: 'small' } },
        {
          type: 'button',
          visibility_condition: 'view.context_data.retryable',
          props: {
            label: 'Try again',
            variant: 'primary',
            events: { onClick: { action_type: 'CUSTOM_EVENT', event_name: 'retry' } },
          },
        },
        {
          type: 'button',
          props: {
            label: 'To the start',
            variant: 'secondary',
            events: { onClick: { action_type: 'NAVIGATE', target_path: '/' } },
          },
        },
      ],
    },
  };
}
