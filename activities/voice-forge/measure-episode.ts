import { AethercastError } from '../../platform/aethercast-error.js';
import { sampleRate } from '../audio/codec.js';
import { decodeMp3 } from '../audio/decode-mp3.js';
import { createLoudnessMeter } from '../audio/loudness-meter.js';
import { createTruePeakMeter } from '../audio/true-peak-meter.js';

/** What a whole episode measures when decoded. */
export type EpisodeSound = {
  /** Exactly samples / 44.1. */
  decodedMs: number;
  /** Integrated (BS.1770); null for silence. */
  loudnessLufs: number | null;
  truePeakDbtp: number;
};

/** Decodes an episode's frames in constant memory. Throws CPOA_EPISODE_DAMAGED when they do not decode cleanly. */
export async function measureEpisode(mp3: Uint8Array): Promise<EpisodeSound> {
  const loudness = createLoudnessMeter();
  const peak = createTruePeakMeter();
  const decoded = await decodeMp3(mp3, (samples) => {
    loudness.push(samples);
    peak.push(samples);
  });
  if (decoded.complaints.length > 0)
    throw new AethercastError('CPOA_EPISODE_DAMAGED', {
      message: `The episode does not decode: ${decoded.complaints.slice(0, 3).join('; ')}.`,
    });
  return {
    decodedMs: (decoded.samples * 1000) / sampleRate,
    loudnessLufs: loudness.integrated(),
    truePeakDbtp: peak.peak(),
  };
}
