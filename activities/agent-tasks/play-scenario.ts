import { AethercastError } from '../../platform/aethercast-error.js';
import type { AgentTaskRequest, TaskOutcome } from '../../workflows/contract/agent-tasks.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agents, type AgentName } from '../steps/agents.js';
import { agentStep } from '../steps/agent-step.js';
import { scenarioFaults } from '../steps/test-scenarios.js';
import { storeOutcome } from './store-outcome.js';

/** A transparent PNG of one pixel. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const agentOf: Record<AgentTaskRequest['agent'], AgentName> = {
  discover_topics: 'topicDiscovery',
  craft_snippet: 'snippetCraft',
  weave_script: 'scriptWeaver',
  forge_voice: 'voiceForge',
  generate_image: 'imageGeneration',
  harvest: 'contentHarvest',
  synthesize: 'speech',
};

/**
 * What a test wants to happen instead of the work (only a gateway in test mode takes scenarios). Undefined: the work
 * itself, as the scenarios of success ask for.
 */
export async function playScenario(
  deps: ActivityDeps,
  run: RunIdentity,
  task: AgentTaskRequest,
): Promise<TaskOutcome | undefined> {
  const { scenario } = task;
  if (scenario === undefined) return undefined;
  const fault = scenarioFaults[scenario];
  const answer = await answerOf(deps, run, task);
  if (fault === undefined && answer === undefined) return undefined;
  return agentStep(
    deps,
    {
      run,
      ...agents[agentOf[task.agent]],
      taskName: 'test_scenario_task',
      order: 1,
      input: { scenario },
    },
    () =>
      Promise.resolve({
        work: async () => {
          if (answer !== undefined) return { result: await storeOutcome(deps.media, run.workflowId, answer) };
          throw new AethercastError(fault?.code ?? 'INTERNAL', fault);
        },
      }),
  );
}

/** Scenarios that answer without having worked. */
async function answerOf(
  { media }: Pick<ActivityDeps, 'media'>,
  run: RunIdentity,
  task: AgentTaskRequest,
): Promise<Record<string, unknown> | undefined> {
  switch (task.scenario) {
    case 'success_placeholder': {
      if (task.agent !== 'generate_image') return undefined;
      const { uri } = await media.put(`tasks/${run.workflowId}/placeholder.png`, onePixel);
      return { image_url: uri, prompt_used: task.request.prompt, model_version: 'test-mode-placeholder' };
    }
    case 'insufficient_content':
      if (task.agent !== 'weave_script') return undefined;
      return {
        error: 'Insufficient content',
        message: 'The content is not enough for a script (test scenario).',
        topic: task.request.podcast.topic ?? '',
      };
    case 'vfa_logical_error_response':
      return {
        status: 'error',
        message: 'VFA_TEST_LOGICAL_ERROR: the voice forge answered with an error (test scenario).',
        audio_filepath: null,
        stream_id: null,
        audio_format: null,
        script_char_count: 0,
        engine_used: null,
        tts_settings_used: null,
      };
    case undefined:
    default:
      return undefined;
  }
}
