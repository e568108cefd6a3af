import runForgeTask from '../../activities/voice-forge/forge-worker.js';
import type { ForgeReply, ForgeTask } from '../../activities/voice-forge/forge-task.js';

/** The forge's own thread, except that some texts kill it and one never ends. */
export default async function runOrDie(task: ForgeTask): Promise<ForgeReply> {
  if (task.kind === 'forge' && task.spec.text.startsWith('Die')) process.exit(9);
  if (task.kind === 'forge' && task.spec.text.startsWith('Throw')) throw new TypeError('a bug in the thread');
  if (task.kind === 'forge' && task.spec.text.startsWith('Hang'))
    await new Promise(() => setInterval(() => {}, 1000));
  return runForgeTask(task);
}
