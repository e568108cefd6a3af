import { segmentKey, type SegmentSpec } from './voice-forge.js';

/** Where the audio of a segment lives: its content key and the media key made of it. */
export function speechObject(spec: SegmentSpec): { speechKey: string; mediaKey: string } {
  const speechKey = segmentKey(spec);
  return { speechKey, mediaKey: `speech/${speechKey.slice(0, 2)}/${speechKey}.mp3` };
}
