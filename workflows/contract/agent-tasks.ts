// One agent's step asked for by itself, through the agent's own endpoint.
import type { RunIdentity } from './podcast.js';
import type { PodcastRequest } from './podcast-request.js';
import type { AspectRatio, TopicObject } from './topics.js';

/** How a task's audio is spoken: everything decided, so that the worker has nothing left to refuse but the text. */
export type SpokenSettings = {
  /** The first speaks whatever has no speaker of its own. */
  speakers: { name: string; voice: string }[];
  /** BCP 47 tag. */
  language: string;
  speaking_rate: number;
  /** Semitones. */
  pitch: number;
  /** Values that were asked for beyond what voices can do. */
  adjusted?: { speaking_rate?: number; pitch?: number };
};

/** A script as clients give it: from the weaver, or from anywhere else without `lines`. */
export type ScriptToSpeak = {
  script_id?: string;
  title?: string;
  topic?: string;
  full_raw_script?: string;
  segments: { segment_title: string; content: string; lines?: { speaker: string; text: string }[] }[];
};

/** What each agent is asked, checked and completed. */
export type AgentRequests = {
  discover_topics: { query?: string; limit: number };
  craft_snippet: { topic: TopicObject };
  /** The content is the one source. */
  weave_script: { podcast: PodcastRequest };
  forge_voice: { script: ScriptToSpeak; spoken: SpokenSettings };
  generate_image: { prompt: string; aspect_ratio?: AspectRatio; add_watermark?: boolean };
  harvest: { url: string; min_length: number } | { topic: string; max_results?: number; language: string };
  synthesize: { text: string; spoken: SpokenSettings; audio_format: 'MP3' | 'LINEAR16' };
};

export type AgentName = keyof AgentRequests;

/** Kept in `workflow_instances.trigger_event_details_json` of a task's run. */
export type AgentTaskRequest = {
  [Name in AgentName]: {
    agent: Name;
    request: AgentRequests[Name];
    /** What a test wants to happen instead. */
    scenario?: string;
    /** The caller's `X-Workflow-ID`. */
    client_workflow_id?: string;
  };
}[AgentName];

/** CPOA: the orchestrator's record of tasks. Queue `aethercast`. */
export interface TaskRecordActivities {
  /** Marks the run as in progress and says whose work it is. */
  openTask(input: { run: RunIdentity }): Promise<{ agent: AgentName }>;
}

/** Every agent, on its own queue. */
export interface AgentTaskActivities {
  /** Does what the run was asked for, as it stands on record, and stores the answer as JSON in the media store. */
  performTask(input: { run: RunIdentity }): Promise<TaskOutcome>;
}

/** Also the run's result on record. */
export type TaskOutcome = { result_uri: string };
