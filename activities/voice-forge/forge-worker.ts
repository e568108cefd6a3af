// What runs in each thread of the voice forge's pool.
import { AethercastError } from '../../platform/aethercast-error.js';
import { useNativeGate } from '../models/speech/local/native-gate.js';
import { embeddedEngine } from '../models/speech/embedded-engines.js';
import type { ForgeReply, ForgeTask } from './forge-task.js';
import { measureEpisode } from './measure-episode.js';
import { speechRequest } from './speech-request.js';
import { speechToSegment } from './speech-to-segment.js';
import { measureSegment, verifySegment } from './verify-segment.js';

export default async function runForgeTask(task: ForgeTask): Promise<ForgeReply> {
  try {
    return { product: await perform(task) };
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    const { code, message, details, stack = '' } = error;
    return { failure: { code, message, details, stack } };
  }
}

async function perform(task: ForgeTask) {
  switch (task.kind) {
    case 'forge': {
      const { spec, voice, gate } = task;
      useNativeGate(gate);
      const engine = await embeddedEngine(voice.engine);
      return speechToSegment(await engine.speak(speechRequest(spec, voice)), spec, voice);
    }
    case 'inspect':
      return verifySegment(await measureSegment(task.mp3, task.spec), task.spec, task.voice);
    case 'measure-episode':
      return measureEpisode(task.mp3);
  }
}
