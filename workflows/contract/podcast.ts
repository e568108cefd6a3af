// Input, result and progress of the podcast workflow: pure JSON, shared by gateway, workers and tests.

/** Which run of which workflow a step belongs to; every activity of a run gets it. */
export type RunIdentity = {
  /** = podcast id. The Temporal workflow id is `<kind>-<workflowId>`. */
  workflowId: string;
  ownerId: string;
  /** The client's key; steps derive theirs: `<key>:<task name>[:<item>]`. */
  idempotencyKey: string;
  /** 1, 2, ...: a retry of a failed run is a new run of the same workflow. */
  runNumber: number;
};

export type PodcastRunResult = { workflowId: string; status: 'completed' | 'completed_with_errors' };

/** Explicit activity ids make task rows and ledger tokens readable and stable: `vfa:000`, `vfa:001`, ... */
export function segmentActivityId(seq: number): string {
  return `vfa:${String(seq).padStart(3, '0')}`;
}

/** `pswa:0`, `pswa:1`, ...: the script's parts. */
export function partActivityId(part: number): string {
  return `pswa:${part}`;
}

export const noticeActivityId = 'asf';

/** Stage names of the orchestration log. */
export type PodcastStage =
  | 'initialization'
  | 'wcha_content_retrieval'
  | 'pswa_script_generation'
  | 'vfa_audio_generation'
  | 'asf_notification'
  | 'finalization';

/** Answer of the `progress` query. */
export type PodcastProgress = {
  stage: PodcastStage;
  paused: boolean;
  segmentsDone: number;
  /** Undefined until the script is written. */
  segmentsTotal: number | undefined;
};
