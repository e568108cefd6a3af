import { craftTaskName } from '../../workflows/contract/discovery.js';

/**
 * Every kind of step that agents put on record: whose it is and what its task is called there, and the seconds
 * without an end after which another owner may take its lock over.
 */
export const agents = {
  topicDiscovery: { agent: 'TDA', taskName: 'discover_topics_task', lockTimeoutSeconds: 1_800 },
  contentHarvest: { agent: 'WCHA', taskName: 'wcha_harvest_task', lockTimeoutSeconds: 300 },
  snippetCraft: { agent: 'SCA', taskName: craftTaskName, lockTimeoutSeconds: 1_800 },
  scriptWeaver: { agent: 'PSWA', taskName: 'pswa_weave_script_task', lockTimeoutSeconds: 3_600 },
  voiceSegment: { agent: 'VFA', taskName: 'vfa_voice_segment_task', lockTimeoutSeconds: 300 },
  voiceForge: { agent: 'VFA', taskName: 'forge_voice_task', lockTimeoutSeconds: 300 },
  speech: { agent: 'AIMS_TTS', taskName: 'aims_invoke_tts_google_task', lockTimeoutSeconds: 300 },
  imageGeneration: { agent: 'IGA', taskName: 'generate_image_vertex_ai_task', lockTimeoutSeconds: 3_600 },
  assembly: { agent: 'CPOA', taskName: 'cpoa_assemble_episode_task', lockTimeoutSeconds: 900 },
  streamNotice: { agent: 'ASF_NOTIFY', taskName: 'asf_notify_task', lockTimeoutSeconds: 60 },
} as const;

/** Which row of the table a step belongs to. */
export type AgentName = keyof typeof agents;
