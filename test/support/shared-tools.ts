// The engines that are slow to warm up: one of each per mocha process.
import { createHarvester } from '../../activities/content-harvest/create-harvester.js';
import type { Harvester } from '../../activities/content-harvest/harvester.js';
import { createImageStudio, type ImageStudio } from '../../activities/models/image/image-studio.js';
import { createScriptWriter } from '../../activities/models/language/create-script-writer.js';
import type { ScriptWriter } from '../../activities/script/script-writer.js';
import {
  createVoiceForge,
  type ForgedSegment,
  type VoiceForge,
} from '../../activities/voice-forge/voice-forge.js';
import { createWorkThreads, type WorkThreads } from '../../activities/threads/work-threads.js';
import { loadConfig } from '../../platform/config/load-config.js';

type Tools = {
  threads: WorkThreads;
  forge: VoiceForge;
  harvester: Harvester;
  writer: ScriptWriter;
  studio: ImageStudio;
};

let tools: Tools | undefined;

export function sharedTools(): Tools {
  if (tools === undefined) {
    const threads = createWorkThreads();
    tools = {
      threads,
      forge: rememberingForge(createVoiceForge(loadConfig({}))),
      harvester: createHarvester(loadConfig({}), { threads }),
      writer: createScriptWriter(threads),
      studio: createImageStudio(loadConfig({})),
    };
  }
  return tools;
}

export async function closeSharedTools(): Promise<void> {
  await tools?.forge.close();
  await tools?.harvester.close();
  await tools?.studio.close();
  await tools?.threads.close();
  tools = undefined;
}

/**
 * The real forge, which hands out again what it forged when a text comes back at almost the same speed: dozens of
 * short episodes of one story need not all be spoken. To the agents it is forged all the same.
 */
function rememberingForge(forge: VoiceForge): VoiceForge {
  const known = new Map<string, Promise<ForgedSegment>>();
  return {
    ...forge,
    async forge(spec, signal) {
      signal?.throwIfAborted();
      const key = JSON.stringify([spec.voice, spec.text, spec.pauseMs, spec.rate.toFixed(1), spec.pitch]);
      const segment = known.get(key) ?? forge.forge(spec);
      known.set(key, segment);
      // What failed once is tried again the next time.
      segment.catch(() => known.delete(key));
      return segment;
    },
  };
}
