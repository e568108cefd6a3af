// Agents that do no work of their own: what is left of an episode is everything around them.
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Harvester } from '../../activities/content-harvest/harvester.js';
import type { HarvestedSource } from '../../activities/script/harvested-source.js';
import type { ImageStudio } from '../../activities/models/image/image-studio.js';
import type { ScriptWriter, WrittenSection } from '../../activities/script/script-writer.js';
import type { ForgedSegment, VoiceForge } from '../../activities/voice-forge/voice-forge.js';

/** With the run's opening and end, harvest, two parts of a script, cover, assembly and notice: 39 steps. */
export const segmentsPerEpisode = 30;

const framesPerSegment = 40;
const frameBytes = 313;
const frameMs = 1152 / 44.1;

export const zeroCostHarvester: Harvester = {
  harvest: (input, sourceId) => {
    const text = input.kind === 'text' ? input.text : '';
    const source: HarvestedSource = {
      source_id: sourceId,
      kind: 'text',
      title: 'A bench text',
      sha256: sha256(text),
      word_count: 100,
      language: 'en',
      text,
    };
    return Promise.resolve(source);
  },
  close: () => Promise.resolve(),
};

export const zeroCostWriter: ScriptWriter = {
  provider: 'extractive',
  model: 'zero-cost-1',
  promptVersion: '1',
  // As the embedded writer: first the opening, then all the rest.
  writePart: ({ sources, speakers, minutes, language, persona }, soFar) => {
    // The text differs from episode to episode, and so must the lines, or they would be found in the store.
    const seed = sources[0]?.sha256 ?? '';
    const lines = Array.from({ length: segmentsPerEpisode }, (_, place) => ({
      speaker: speakers[place % speakers.length]?.name ?? '',
      text: `Line ${place} of ${seed}.`,
      source_refs: [{ source_id: 's1', sentence: place }],
    }));
    const opening: WrittenSection[] = [{ segment_title: 'INTRO', lines: lines.slice(0, 1) }];
    const rest: WrittenSection[] = [
      { segment_title: 'Body', lines: lines.slice(1, -1) },
      { segment_title: 'OUTRO', lines: lines.slice(-1) },
    ];
    return Promise.resolve({
      head: {
        topic: 'A bench text',
        title: 'A bench text',
        language,
        speakers: speakers.map(({ name, voice }) => ({ name, voice })),
        sources: sources.map(({ source_id, kind, title, sha256: hash, word_count }) => ({
          ...{ source_id, kind, title, sha256: hash, word_count },
        })),
        source: 'test_mode_generation',
        persona_used: persona,
        target_minutes: minutes,
      },
      sections: soFar === undefined ? opening : rest,
      estimated_minutes: 1,
      warnings: [],
      done: soFar !== undefined,
    });
  },
};

const mp3 = emptyFrames(framesPerSegment);
const segment: ForgedSegment = {
  mp3,
  sha256: sha256(mp3),
  frames: framesPerSegment,
  durationMs: framesPerSegment * frameMs,
  loudnessLufs: -19,
  truePeakDbtp: -2,
};

export const zeroCostForge: VoiceForge = {
  // As many as the product's forge would have here.
  slots: availableParallelism(),
  plan: ({ voice, text, language, pauseMs }) => ({
    ...{ provider: 'flite', model: 'zero-cost-1', rate: 1, pitch: 1 },
    ...{ voice, text, language, pauseMs },
  }),
  forge: () => Promise.resolve(segment),
  inspect: () => Promise.resolve(segment),
  measureEpisode: (audio) =>
    Promise.resolve({
      decodedMs: (audio.length / frameBytes) * frameMs,
      loudnessLufs: -19,
      truePeakDbtp: -2,
    }),
  estimateMs: () => 1_000,
  paceOf: () => ({ perLineMs: 1_000, perCharacterMs: 0, perPauseMs: 0, perSentenceMs: 0 }),
  pronunciations: () => new Map(),
  close: () => Promise.resolve(),
};

/** One pixel, and nothing is drawn. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const zeroCostStudio: ImageStudio = {
  provider: {
    // A name that has a price.
    name: 'drawn',
    model: 'zero-cost-1',
    generate: () => Promise.resolve(pixel),
  },
  thumbnail: () => Promise.resolve(pixel),
  close: () => Promise.resolve(),
};

/** Frames of MPEG-1 Layer III, 96 kbit/s, 44.1 kHz, mono, without padding and without sound. */
function emptyFrames(count: number): Buffer {
  const frame = Buffer.alloc(frameBytes);
  frame.set([0xff, 0xfb, 0x70, 0xc0]);
  return Buffer.concat(Array.from({ length: count }, () => frame));
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
