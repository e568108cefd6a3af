/** Where a streamer answers; the gateway, the workers and the local stack hand these addresses out. */
export const streamerPaths = {
  /** WebSocket channels of the public listener. */
  audio: '/api/v1/podcasts/stream',
  ui: '/ui_updates',
  /** Health in the original product's form, on both listeners. */
  health: '/asf/health',
  /** `POST`s of the internal listener. */
  notifyNewAudio: '/asf/internal/notify_new_audio',
  sendUiUpdate: '/asf/internal/send_ui_update',
} as const;
