import { z } from 'zod';
import type { UiDefinition } from './ui-schema.js';

export const playerPayload = z.object({
  podcast_id: z.string(),
  topic: z.string(),
  title: z.string().nullish(),
  status: z.string(),
  overall_status: z.string(),
  audio_url: z.string().nullish(),
  live_audio_url: z.string().nullish(),
  stream_id: z.string().nullish(),
  asf_websocket_url: z.string().nullish(),
  cover_url: z.string().nullish(),
  transcript_url: z.string().nullish(),
  error_message: z.string().nullish(),
});

/** The player of one episode: its stream while it is made, its file when it is finished, its fault when it failed. */
export function playerView(episode: z.infer<typeof playerPayload>): UiDefinition {
  const isLive = Boolean(episode.stream_id && episode.asf_websocket_url);
  return {
    view_id: 'podcastPlayerView',
    schema_version: '1.0',
    context_data: {
      podcast_id: episode.podcast_id,
      title: episode.title ?? episode.topic,
      status: episode.status,
      overall_status: episode.overall_status,
      source: episode.audio_url ?? episode.live_audio_url ?? (isLive ? episode.stream_id : null),
      asf_websocket_url: episode.asf_websocket_url ?? null,
      cover_url: episode.cover_url ?? null,
      transcript_url: episode.transcript_url ?? null,
      error_message: episode.error_message ?? null,
    },
    root_component: {
      type: 'container',
      id: 'player',
      props: { semantic_as: 'main', layout: { display: 'flex', direction: 'column', gap: 16 } },
      children: [
        {
          type: 'image',
          visibility_condition: 'view.context_data.cover_url',
          props: {
            src: '{view.context_data.cover_url}',
            alt_text: 'Cover of the episode',
            aspect_ratio: '1:1',
          },
        },
        { type: 'text', props: { content: '{view.context_data.title}', semantic_as: 'h1' } },
        {
          type: 'audio_player',
          visibility_condition: 'view.context_data.source',
          props: {
            src: '{view.context_data.source}',
            title: '{view.context_data.title}',
            album_art_src: '{view.context_data.cover_url}',
          },
        },
        {
          type: 'text',
          visibility_condition:
            "!view.context_data.source && view.context_data.overall_status == 'pending' || !view.context_data.source && view.context_data.overall_status == 'in_progress'",
          props: { content: 'The episode is being made: {view.context_data.status}.', semantic_as: 'status' },
        },
        {
          type: 'text',
          visibility_condition:
            "!view.context_data.source && view.context_data.overall_status != 'pending' && view.context_data.overall_status != 'in_progress'",
          props: { content: 'There is no audio of this episode.', semantic_as: 'status' },
        },
        {
          type: 'text',
          visibility_condition: 'view.context_data.error_message',
          props: { content: '{view.context_data.error_message}', semantic_as: 'alert' },
        },
        {
          type: 'button',
          visibility_condition:
            "view.context_data.overall_status == 'failed' || view.context_data.overall_status == 'cancelled'",
          props: {
            label: 'Try again',
            variant: 'primary',
            events: {
              onClick: {
                action_type: 'API_CALL',
                endpoint: '/api/v1/podcasts/{view.context_data.podcast_id}/retry',
                method: 'POST',
                response_actions: [{ action_type: 'CUSTOM_EVENT', event_name: 'podcast_retried' }],
              },
            },
          },
        },
        {
          type: 'button',
          props: {
            label: 'View Diagnostics',
            variant: 'link',
            events: {
              onClick: {
                action_type: 'SHOW_MODAL',
                modal_id: 'diagnostics',
                modal_context: { podcast_id: '{view.context_data.podcast_id}' },
              },
            },
          },
        },
      ],
    },
  };
}
