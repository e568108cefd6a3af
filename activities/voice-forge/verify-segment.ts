import { shorten } from '../../platform/shorten.js';
import { createHash } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { SpokenVoice } from '../../voices/voice.js';
import { estimateSpeechMs } from '../../voices/estimate-speech-ms.js';
import { Mp3FormatError, parseFrames, type Mp3Frame } from '../audio/mp3-frames.js';
import type { ForgedSegment, SegmentSpec } from './segment-spec.js';
import {
  bitrateKbps,
  framesToMs,
  maxTruePeakDbtp,
  measurableMs,
  sampleRate,
  samplesPerFrame,
  targetLufs,
} from '../audio/codec.js';
import { decodeMp3 } from '../audio/decode-mp3.js';
import { createLoudnessMeter } from '../audio/loudness-meter.js';
import { createTruePeakMeter } from '../audio/true-peak-meter.js';

/** What an MP3 measures when decoded; not judged yet. */
export type MeasuredSegment = Omit<ForgedSegment, 'sha256'>;

/** Speech is taken for silence below this true peak (dBTP); speech at -19 LUFS peaks above -10. */
const silentDbtp = -30;
/** Speech may take from half to twice what the voice's pace predicts, give or take 0.4 s: lines differ by a quarter. */
const durationBand = { min: 0.5, max: 2, slackMs: 400 };
/** Lines of 3 s and more are within this of the target (LU); the episode as a whole is then within one. */
const loudnessBandLu = 1;

/** Decodes and measures. Throws VFA_SEGMENT_UNDECODABLE for anything but our own kind of MP3, whole and sound. */
export async function measureSegment(mp3: Uint8Array, spec: SegmentSpec): Promise<MeasuredSegment> {
  const frames = framesOf(mp3, spec);
  const loudness = createLoudnessMeter();
  const peak = createTruePeakMeter();
  const decoded = await decodeMp3(mp3, (samples) => {
    loudness.push(samples);
    peak.push(samples);
  });
  if (decoded.complaints.length > 0 || decoded.samples !== frames.length * samplesPerFrame)
    throw bad(
      'VFA_SEGMENT_UNDECODABLE',
      spec,
      `decodes to ${decoded.samples} samples of ${frames.length} frames`,
    );
  const durationMs = framesToMs(frames.length);
  const loudnessLufs = durationMs - spec.pauseMs < measurableMs ? null : loudness.integrated();
  return { mp3, frames: frames.length, durationMs, loudnessLufs, truePeakDbtp: peak.peak() };
}

/** Judges a measured segment; throws the VFA_SEGMENT_* code of what is wrong with it, with the figures. */
export function verifySegment(
  measured: MeasuredSegment,
  spec: SegmentSpec,
  voice: Pick<SpokenVoice, 'pace'>,
): ForgedSegment {
  const { durationMs, loudnessLufs, truePeakDbtp } = measured;
  if (truePeakDbtp < silentDbtp)
    throw bad('VFA_SEGMENT_SILENT', spec, `peaks at ${truePeakDbtp.toFixed(1)} dBTP`);
  if (truePeakDbtp > maxTruePeakDbtp)
    throw bad(
      'VFA_SEGMENT_CLIPPED',
      spec,
      `peaks at ${truePeakDbtp.toFixed(2)} dBTP, above ${maxTruePeakDbtp}`,
    );
  if (loudnessLufs !== null && Math.abs(loudnessLufs - targetLufs) > loudnessBandLu)
    throw bad('VFA_SEGMENT_LOUDNESS', spec, `is at ${loudnessLufs.toFixed(1)} LUFS instead of ${targetLufs}`);
  const speechMs = durationMs - spec.pauseMs;
  const expectedMs = estimateSpeechMs(spec, voice.pace);
  const { min, max, slackMs } = durationBand;
  if (speechMs < expectedMs * min - slackMs || speechMs > expectedMs * max + slackMs)
    throw bad(
      'VFA_SEGMENT_DURATION',
      spec,
      `speaks for ${Math.round(speechMs)} ms where about ${Math.round(expectedMs)} ms were expected`,
    );
  return { ...measured, sha256: createHash('sha256').update(measured.mp3).digest('hex') };
}

function framesOf(mp3: Uint8Array, spec: SegmentSpec): Mp3Frame[] {
  try {
    const frames = parseFrames(mp3);
    const reason = notOurs(frames);
    if (reason !== undefined) throw bad('VFA_SEGMENT_UNDECODABLE', spec, reason);
    return frames;
  } catch (error) {
    if (!(error instanceof Mp3FormatError)) throw error;
    throw bad('VFA_SEGMENT_UNDECODABLE', spec, `is not whole MP3 frames: ${error.message}`, error);
  }
}

/** Why these frames would not join with the others of an episode; undefined when they do. */
function notOurs(frames: Mp3Frame[]): string | undefined {
  if (frames.length === 0) return 'is empty';
  if (frames[0]?.mainDataBegin !== 0) return 'begins in the middle of a stream';
  if (frames.some((frame) => frame.isInfoHeader)) return 'has a header frame that is not sound';
  const ours = frames.every(
    (frame) => frame.bitrateKbps === bitrateKbps && frame.sampleRate === sampleRate && frame.channels === 1,
  );
  return ours ? undefined : `is not mono ${sampleRate} Hz at ${bitrateKbps} kbit/s throughout`;
}

function bad(code: ErrorCode, spec: SegmentSpec, reason: string, cause?: unknown): AethercastError {
  return new AethercastError(code, {
    message: `The segment "${shorten(spec.text, 60)}" by ${spec.voice} ${reason}.`,
    details: { voice: spec.voice, provider: spec.provider, reason },
    cause,
  });
}
