import type { AgentRequests, TaskOutcome } from '../../workflows/contract/agent-tasks.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agents } from '../steps/agents.js';
import { agentStep } from '../steps/agent-step.js';
import { prepareScript } from '../script-weaver/prepare-script.js';
import { readScript } from '../script/read-script.js';
import { storeOutcome } from './store-outcome.js';

/** PSWA's answer to `/v1/weave_script`: the content is one source, read like any text that a person gives. */
export async function scriptTask(
  deps: ActivityDeps,
  run: RunIdentity,
  { podcast }: AgentRequests['weave_script'],
): Promise<TaskOutcome> {
  const { scriptUri } = await agentStep(
    deps,
    {
      run,
      ...agents.scriptWeaver,
      order: 1,
      input: { writer: deps.writer.provider, model: deps.writer.model },
    },
    async (signal) => {
      const texts = podcast.sources.filter((source) => source.kind === 'text');
      const sources = await Promise.all(
        texts.map((source, at) => deps.harvester.harvest(source, `s${at + 1}`, signal, run)),
      );
      return prepareScript(deps, run, podcast, { sources, warnings: [] }, 'whole');
    },
  );
  const script = await readScript(deps.media, scriptUri);
  return storeOutcome(deps.media, run.workflowId, {
    script_data: script,
    status_for_metric: script.source === 'cache' ? 'success_cache_hit' : 'success_generation_async',
  });
}
