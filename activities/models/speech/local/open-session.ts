import { stat } from 'node:fs/promises';
import type { VoiceFamily } from '../../../../voices/voice-model.js';
import { passNativeGate } from './native-gate.js';
import type { OnnxRuntime, OnnxSession } from './onnx-runtime.js';
import { getAgain, invalidVoiceFile, reasonOf } from './voice-files.js';

/** Input and output names that identify the networks of a family. */
const signatures: Record<VoiceFamily, { inputs: readonly string[]; outputs: readonly string[] }> = {
  piper: { inputs: ['input', 'input_lengths', 'scales'], outputs: ['output'] },
  spectral: { inputs: ['ids', 'speed'], outputs: ['lh', 'theta', 'ln', 'lr', 'phi', 'f0'] },
};

/**
 * One session of one thread: the pool's threads are the parallelism, and more within each would only compete. Without
 * memory patterns, which keep a plan and a block for every length of line, two threads with heart and joe take 630 MB at
 * most instead of 1250; without the arena they take 1000, since freed pieces stay with the threads' own heaps.
 */
const options = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  enableMemPattern: false,
} as const;

/** Throws VFA_VOICE_MODEL_INVALID for a file that is missing, damaged, no ONNX, or of another family. */
export async function openSession(
  runtime: OnnxRuntime,
  file: string,
  family: VoiceFamily,
  extraInputs: readonly string[] = [],
): Promise<OnnxSession> {
  await requireFile(file);
  const session = await passNativeGate(() =>
    runtime.InferenceSession.create(file, options).catch((cause: unknown) => {
      throw invalidVoiceFile(file, `is damaged or no ONNX model (${reasonOf(cause)})`, getAgain, cause);
    }),
  );
  const { inputs, outputs } = signatures[family];
  if (!sameNames(session.inputNames, [...inputs, ...extraInputs]) || !sameNames(session.outputNames, outputs))
    throw invalidVoiceFile(
      file,
      `is no ${family} voice: it takes ${session.inputNames.join(', ')} and gives ${session.outputNames.join(', ')}` +
        `, instead of ${[...inputs, ...extraInputs].join(', ')} and ${outputs.join(', ')}`,
      'Add it as the family that it is, with its own config, or choose another voice.',
    );
  return session;
}

async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch((cause: unknown) => {
    throw invalidVoiceFile(file, 'cannot be read', 'Add the voice again.', cause);
  });
  if (!found.isFile()) throw invalidVoiceFile(file, 'is not a file', 'Name the .onnx file itself.');
  if (found.size === 0) throw invalidVoiceFile(file, 'is empty', getAgain);
}

function sameNames(given: readonly string[], expected: readonly string[]): boolean {
  return given.length === expected.length && expected.every((name) => given.includes(name));
}
