// The messages that a client reads (docs/streaming-protocol.md).

/** The fields of `stream_status` that the listener uses. */
export type StreamStatus = {
  offset: number;
  available_bytes: number;
  bytes_per_second: number;
  complete: boolean;
  total_bytes: number | null;
};

/** `audio_control` `end_of_stream`. */
export type EndOfStream = {
  total_bytes: number;
  sha256: string;
  status: 'completed' | 'completed_with_errors';
};

/** `stream_error` and `ui_error`. */
export type StreamFault = { code: string; message: string };

export type UiEvents = {
  generation_status: GenerationStatus;
  task_error: TaskError;
  segment_ready: SegmentReady;
  progress: Progress;
};

export type GenerationStatus = {
  podcast_id: string;
  message: string;
  stage: string;
  status: string;
  run_number: number;
  timestamp: string;
  is_terminal: boolean;
  final_status?: string;
};

export type TaskError = {
  podcast_id: string;
  message: string;
  stage: string;
  final_status: string;
  error_code: string | null;
  run_number: number;
  timestamp: string;
  is_terminal: true;
};

export type SegmentReady = {
  podcast_id: string;
  seq: number;
  line_id: string;
  speaker: string;
  offset: number;
  bytes: number;
  start_ms: number;
  duration_ms: number;
};

export type Progress = {
  podcast_id: string;
  stage: string;
  status: string;
  run_number: number;
  segments_done: number;
  segments_total: number | null;
  available_ms: number;
  eta_seconds: number | null;
};
