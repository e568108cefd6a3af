// Agents that take as long as models over a network do, and otherwise cost nothing.
import { setTimeout as delay } from 'node:timers/promises';
import type { ScriptWriter } from '../../activities/script/script-writer.js';
import type { VoiceForge } from '../../activities/voice-forge/voice-forge.js';
import { zeroCostForge, zeroCostWriter } from './zero-cost-agents.js';

export const simulatedModelMs = { script_part_ms: 300, segment_ms: 200 } as const;

export const slowWriter: ScriptWriter = {
  ...zeroCostWriter,
  async writePart(request, soFar, signal) {
    await delay(simulatedModelMs.script_part_ms, undefined, { ...(signal === undefined ? {} : { signal }) });
    return zeroCostWriter.writePart(request, soFar, signal);
  },
};

export const slowForge: VoiceForge = {
  ...zeroCostForge,
  async forge(spec, signal) {
    await delay(simulatedModelMs.segment_ms, undefined, { ...(signal === undefined ? {} : { signal }) });
    return zeroCostForge.forge(spec, signal);
  },
};
