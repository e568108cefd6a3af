import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { previewSegment } from '../../activities/voice-forge/preview-segment.js';
import { sampleRate } from '../../activities/audio/codec.js';
import { decodeMp3 } from '../../activities/audio/decode-mp3.js';
import { writeWav } from '../../activities/audio/write-wav.js';
import { createVoiceForge } from '../../activities/voice-forge/voice-forge.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { isDiskFull, noSpaceLeft } from '../../platform/disk-space.js';
import { errorCode } from '../../platform/error-code.js';
import { previewText } from '../../voices/preview-text.js';
import type { SpokenVoice, Voice } from '../../voices/voice.js';
import { createVoiceCatalog } from '../../voices/voice-catalog.js';
import { CliError } from '../terminal/cli-error.js';
import { ProgressLine } from '../terminal/progress-line.js';
import { fetchVoice } from './fetch-voice.js';
import { interruptible } from '../terminal/interruptible.js';

export type PreviewOptions = { out?: string; rate?: number; json: boolean };

/** Keeps players from cutting off the last sound. */
const pauseMs = 300;

/** `aethercast voices preview`: writes what a voice says to a file, mastered like a line of an episode. */
export async function previewVoice(
  config: Config,
  name: string,
  text: string | undefined,
  options: PreviewOptions,
): Promise<void> {
  const out = options.out ?? `${name}-preview.mp3`;
  const format = path.extname(out).toLowerCase();
  if (format !== '.mp3' && format !== '.wav')
    throw new CliError(`${out} has an unknown format: the name must end in .mp3 or .wav.`);
  const { segment, realTimeFactor } = await interruptible((signal) =>
    speak(config, name, text, options.rate, signal),
  );
  await writeWhole(out, format === '.mp3' ? segment.mp3 : await decoded(segment.mp3));
  const facts = {
    file: path.resolve(out),
    duration_ms: Math.round(segment.durationMs),
    real_time_factor: Number(realTimeFactor.toFixed(1)),
  };
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ok: true, voice: name, ...facts })}\n`
      : `${out}: ${(segment.durationMs / 1_000).toFixed(1)} s, spoken ${facts.real_time_factor} times as fast as real time.\n`,
  );
}

async function speak(
  config: Config,
  name: string,
  text: string | undefined,
  rate: number | undefined,
  signal: AbortSignal,
) {
  const progress = new ProgressLine(process.stderr);
  // Plans as for an episode; its threads start with the first work, and it gets none.
  const forge = createVoiceForge(config);
  try {
    const voice = createVoiceCatalog(config).find(name);
    const line = { voice: name, text: text ?? previewText(voice.locale), language: voice.locale, pauseMs };
    const spec = forge.plan(rate === undefined ? line : { ...line, rate });
    const preview = await previewSegment(spec, await withModel(voice, config, progress, signal));
    signal.throwIfAborted();
    return preview;
  } catch (error) {
    if (error instanceof AethercastError && error.status < 500)
      throw new CliError(error.message, 2, { code: error.code, details: error.details });
    throw error;
  } finally {
    progress.end();
    await forge.close();
  }
}

async function withModel(
  voice: Voice,
  config: Config,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<SpokenVoice> {
  const { name, engine, gainDb, pace } = voice;
  if (voice.engine !== 'local') return { name, engine, gainDb, pace };
  return { name, engine, gainDb, pace, localModel: await fetchVoice(voice, config, progress, signal) };
}

async function decoded(mp3: Uint8Array): Promise<Buffer> {
  const pieces: Float32Array[] = [];
  await decodeMp3(mp3, (samples) => pieces.push(samples));
  const all = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return writeWav(all, sampleRate);
}

async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const temporary = `${file}.part`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    const why = isDiskFull(error) ? noSpaceLeft(path.dirname(path.resolve(file))) : errorCode(error);
    if (why === undefined) throw error;
    throw new CliError(`${file} cannot be written: ${why}. Choose another place with --out.`, 1);
  }
}
