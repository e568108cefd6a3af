import { z } from 'zod';

/** The message from clients of the UI channel: exactly one of the two ids, the one that the ticket is for. */
export const subscribeToUiUpdates = z
  .object({
    ticket: z.string().min(1).max(200),
    client_id: z.string().min(1).max(128).nullish(),
    podcast_id: z.string().min(1).max(128).nullish(),
    last_event_id: z.int().min(0).nullish(),
  })
  .refine((data) => (data.client_id == null) !== (data.podcast_id == null), {
    message: 'name either client_id or podcast_id',
  });

/** Events of the protocol itself, which cannot be relayed. */
export const ownUiEvents: readonly string[] = [
  'ui_connection_ack',
  'subscribe_to_ui_updates',
  'subscribed_ui_updates',
  'generation_status',
  'task_error',
  'segment_ready',
  'progress',
  'ui_error',
];
