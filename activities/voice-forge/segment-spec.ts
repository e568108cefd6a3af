import { createHash } from 'node:crypto';

/** Everything that shapes one audio segment: what is said, by whom, how, and the silence after it. */
export type SegmentSpec = {
  provider: string;
  model: string;
  voice: string;
  /** BCP 47 tag. */
  language: string;
  /** Factors: 1 is the voice's own speed and pitch. */
  rate: number;
  pitch: number;
  /** Already normalised: letters and punctuation. */
  text: string;
  /** Words of the text and the IPA phonemes to say for them; absent where the engine does not read phonemes. */
  pronunciations?: Readonly<Record<string, string>>;
  /** Silence from the end of this line to the beginning of the next one, in ms. */
  pauseMs: number;
};

/** One finished segment: whole MP3 frames that join with any others, and what was measured of them when decoded. */
export type ForgedSegment = {
  mp3: Uint8Array;
  /** SHA-256 of `mp3`, hex. */
  sha256: string;
  frames: number;
  /** Exactly frames * 1152 / 44.1; rarely a whole number. */
  durationMs: number;
  /** Integrated (BS.1770); null when the speech is shorter than 3 s. */
  loudnessLufs: number | null;
  truePeakDbtp: number;
};

/**
 * Names all that turns a spec into bytes: engines, trimming, levels, encoder. Raise it whenever one of them changes the
 * bytes; otherwise old objects would be taken for new ones.
 */
const codecVersion = 'aethercast-segment/5';

/** The content address of a segment: SHA-256, hex, over the spec's fields in a fixed order and the codec version. */
export function segmentKey(spec: SegmentSpec): string {
  const { provider, model, voice, language, rate, pitch, text, pauseMs, pronunciations = {} } = spec;
  const said = Object.entries(pronunciations).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const canonical = [codecVersion, provider, model, voice, language, rate, pitch, text, pauseMs, said];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
