import runForgeTask from '../../activities/voice-forge/forge-worker.js';
import type { NativeGate } from '../../activities/models/speech/local/native-gate.js';
import type { ForgeReply, ForgeTask } from '../../activities/voice-forge/forge-task.js';

/** The forge's own thread, except that some texts kill it, one of them in the middle of the network, and one never ends. */
export default async function runOrDie(task: ForgeTask): Promise<ForgeReply> {
  if (task.kind === 'forge' && task.spec.text.startsWith('Die')) process.exit(9);
  if (task.kind === 'forge' && task.spec.text.startsWith('Throw')) throw new TypeError('a bug in the thread');
  if (task.kind === 'forge' && task.spec.text.startsWith('Hang'))
    await new Promise(() => setInterval(() => {}, 1000));
  if (task.kind === 'forge' && task.spec.text.startsWith('Sink')) dieInInference(task.gate);
  return runForgeTask(task);
}

/** Looks between the steps of the line; ends when the gate says that the native runtime is at work. */
function dieInInference(gate: NativeGate): void {
  if (Atomics.load(new Int32Array(gate), 0) === 1) process.exit(9);
  setImmediate(dieInInference, gate);
}
