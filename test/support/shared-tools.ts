// The engines that are slow to warm up: one of each per mocha process, closed by the root hook.
import { createHarvester } from '../../activities/content-harvest/create-harvester.js';
import type { Harvester } from '../../activities/content-harvest/harvester.js';
import { createScriptWriter } from '../../activities/models/language/create-script-writer.js';
import type { ScriptWriter } from '../../activities/models/language/script-writer.js';
import { createVoiceForge, type VoiceForge } from '../../activities/voice-forge/voice-forge.js';
import { loadConfig } from '../../platform/config/load-config.js';

type Tools = { forge: VoiceForge; harvester: Harvester; writer: ScriptWriter };

let tools: Tools | undefined;

export function sharedTools(): Tools {
  tools ??= {
    forge: createVoiceForge(loadConfig({})),
    harvester: createHarvester(loadConfig({})),
    writer: createScriptWriter(),
  };
  return tools;
}

/** For the root hook. */
export async function closeSharedTools(): Promise<void> {
  await tools?.forge.close();
  await tools?.harvester.close();
  tools = undefined;
}
