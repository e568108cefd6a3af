import { AethercastError } from '../../../../platform/aethercast-error.js';
import { passNativeGate } from './native-gate.js';
import type { OnnxSession, OnnxTensor } from './onnx-runtime.js';
import { getAgain, invalidVoiceFile, reasonOf } from './voice-files.js';

/** One inference. Throws VFA_SYNTHESIS_FAILED when the runtime refuses, for instance for want of memory. */
export function runSession(
  session: OnnxSession,
  inputs: Record<string, OnnxTensor>,
): Promise<Record<string, OnnxTensor>> {
  return passNativeGate(() =>
    session.run(inputs).catch((cause: unknown) => {
      throw new AethercastError('VFA_SYNTHESIS_FAILED', {
        message: `The voice's network failed on this line: ${reasonOf(cause)}`,
        details: { engine: 'local' },
        cause,
      });
    }),
  );
}

/** An output's values. Throws VFA_VOICE_MODEL_INVALID when it is missing or not of 32-bit floats. */
export function floatsOf(outputs: Record<string, OnnxTensor>, name: string, modelFile: string): Float32Array {
  const data = outputs[name]?.data;
  if (data instanceof Float32Array) return data;
  throw invalidVoiceFile(modelFile, `gives no numbers as "${name}"`, getAgain);
}
