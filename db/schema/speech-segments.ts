import type { Timestamp } from './column-types.js';

export type SpeechSegmentsTable = {
  speech_key: string;
  media_uri: string;
  sha256: string;
  bytes: number;
  frames: number;
  duration_ms: number;
  loudness_lufs: number | null;
  true_peak_dbtp: number | null;
  provider: string;
  model: string;
  voice: string;
  created_at: Timestamp;
};
