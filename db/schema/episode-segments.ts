import type { Timestamp } from './column-types.js';

export type EpisodeSegmentsTable = {
  workflow_id: string;
  seq: number;
  line_id: string;
  speaker: string;
  speech_key: string;
  media_uri: string;
  sha256: string;
  bytes: number;
  frames: number;
  duration_ms: number;
  created_at: Timestamp;
};
