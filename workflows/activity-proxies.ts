import { ActivityCancellationType, proxyActivities } from '@temporalio/workflow';
import type {
  HarvestActivities,
  NoticeActivities,
  RecordActivities,
  ScriptActivities,
  VoiceActivities,
} from './contract/activities.js';
import type { AgentName, AgentTaskActivities, TaskRecordActivities } from './contract/agent-tasks.js';
import type { DiscoveryRecordActivities, RefreshActivities } from './contract/discovery.js';
import type { RepairActivities } from './contract/episode-repair.js';
import type { ImageActivities, SnippetActivities, TopicActivities } from './contract/topics.js';
import type { MailActivities } from './contract/mails.js';
import type { SourcePreviewActivities } from './contract/source-preview.js';
import type { PreviewActivities } from './contract/voice-preview.js';
import { queues } from './contract/queues.js';

/** Set on every proxy: the SDK's real default abandons work that is still writing when a run is cancelled. */
const cancellationType = ActivityCancellationType.WAIT_CANCELLATION_COMPLETED;

// One quick statement each, so 5 s notices a dead worker soon. Retried without an end: a run must not be lost
// because the database was away, and its end must be recorded whenever that becomes possible.
const recordOptions = {
  cancellationType,
  taskQueue: queues.main,
  startToCloseTimeout: '5 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
} as const;
export const record = proxyActivities<RecordActivities>(recordOptions);
export const taskRecord = proxyActivities<TaskRecordActivities>(recordOptions);
export const discoveryRecord = proxyActivities<DiscoveryRecordActivities>(recordOptions);

// The next refresh comes soon enough: one that cannot even be recorded is let go.
export const refresh = proxyActivities<RefreshActivities>({
  ...recordOptions,
  scheduleToCloseTimeout: '1 minute',
});

// All steps: attempts are bounded where the failure is known (activities/steps/failures.ts: coded errors get five), and
// unbounded within six hours where only patience helps: a database or disk that is away.

// Pages have their own deadlines (seconds each, a few at a time); a dead worker is noticed by its heartbeat.
export const harvest = proxyActivities<HarvestActivities>({
  cancellationType,
  taskQueue: queues.harvest,
  startToCloseTimeout: '3 minutes',
  heartbeatTimeout: '3 seconds',
  scheduleToCloseTimeout: '6 hours',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '20 seconds' },
});

// A model answers within minutes; each part of a script is an answer of its own.
export const script = proxyActivities<ScriptActivities>({
  cancellationType,
  taskQueue: queues.language,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '3 seconds',
  scheduleToCloseTimeout: '6 hours',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '30 seconds' },
});

// One line takes a second or two; the queue wait counts into schedule-to-close. A fault of the line itself (silent,
// clipped) is not retryable and ends at once.
export const voice = proxyActivities<VoiceActivities>({
  cancellationType,
  taskQueue: queues.speech,
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '3 seconds',
  scheduleToCloseTimeout: '6 hours',
  retry: { initialInterval: '300 milliseconds', maximumInterval: '30 seconds' },
});

// Reads and decodes the whole episode: minutes for hours of audio.
export const assembly = proxyActivities<Pick<VoiceActivities, 'assembleEpisode'>>({
  cancellationType,
  taskQueue: queues.speech,
  startToCloseTimeout: '15 minutes',
  heartbeatTimeout: '3 seconds',
  scheduleToCloseTimeout: '6 hours',
  retry: { initialInterval: '300 milliseconds', maximumInterval: '30 seconds' },
});

// The episode is finished and its end waits for this. The streamer has five seconds to answer; refused five times over
// some nine seconds (activities/steps/failures.ts), which a restart of it takes, it is left alone. A database that is away is
// waited for, as everywhere.
export const notice = proxyActivities<NoticeActivities>({
  cancellationType,
  taskQueue: queues.main,
  startToCloseTimeout: '10 seconds',
  heartbeatTimeout: '3 seconds',
  scheduleToCloseTimeout: '6 hours',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '3 seconds' },
});

// Reads the whole episode, and may speak all of it again: a good deal faster than it is heard.
export const repair = proxyActivities<RepairActivities>({
  cancellationType,
  taskQueue: queues.speech,
  startToCloseTimeout: '45 minutes',
  heartbeatTimeout: '3 seconds',
  scheduleToCloseTimeout: '55 minutes',
  retry: { initialInterval: '300 milliseconds', maximumInterval: '30 seconds' },
});

// Someone is waiting for one sentence: a model may have to be fetched first, and after three failures they are answered.
export const preview = proxyActivities<PreviewActivities>({
  cancellationType,
  taskQueue: queues.speech,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '3 seconds',
  scheduleToCloseTimeout: '9 minutes',
  retry: { initialInterval: '300 milliseconds', maximumInterval: '2 seconds', maximumAttempts: 3 },
});

// Someone is waiting to see one source: pages and documents have deadlines of their own, and a second try is enough.
export const sourcePreview = proxyActivities<SourcePreviewActivities>({
  cancellationType,
  taskQueue: queues.harvest,
  startToCloseTimeout: '90 seconds',
  heartbeatTimeout: '3 seconds',
  scheduleToCloseTimeout: '110 seconds',
  retry: { initialInterval: '300 milliseconds', maximumInterval: '2 seconds', maximumAttempts: 2 },
});

// Cover and voices are made at the same time; a picture is not worth making an episode wait much longer than that.
export const cover = proxyActivities<ImageActivities>({
  cancellationType,
  taskQueue: queues.image,
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '3 seconds',
  scheduleToCloseTimeout: '10 minutes',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '30 seconds' },
});

// Somebody waits for a discovery: its steps are bounded by its budget (a few seconds), within which a quick second or
// third try helps. Late ones are not waited for: the record refuses what they bring.
const discoveryOptions = {
  cancellationType: ActivityCancellationType.TRY_CANCEL,
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: '3 seconds',
  scheduleToCloseTimeout: '1 minute',
  retry: { initialInterval: '100 milliseconds', maximumInterval: '1 second', maximumAttempts: 3 },
} as const;
export const topicDiscovery = proxyActivities<TopicActivities>({
  ...discoveryOptions,
  taskQueue: queues.harvest,
});
export const craft = proxyActivities<SnippetActivities>({ ...discoveryOptions, taskQueue: queues.language });
export const snippetImage = proxyActivities<ImageActivities>({
  ...discoveryOptions,
  taskQueue: queues.image,
});

// A mail server that is away for a day is waited for; an answer takes seconds, and each of its steps has its own
// deadline within this one. Slower and slower, since it is asked for every mail that waits.
export const mail = proxyActivities<Pick<MailActivities, 'sendMail'>>({
  cancellationType,
  taskQueue: queues.main,
  startToCloseTimeout: '2 minutes',
  scheduleToCloseTimeout: '3 days',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

// One statement each, repeated until it is written: a mail that went out must not go out again because the database
// was away. Telling all subscribers of a large list may take a while.
export const mailRecord = proxyActivities<Omit<MailActivities, 'sendMail'>>({
  cancellationType,
  taskQueue: queues.main,
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

// A task is one agent's step, for a client that polls. A stranger's lock is the answer, not something to wait out: the
// client decides when to ask again. Whole scripts are spoken in one step, a good deal faster than they are heard.
function agentTask(taskQueue: string, startToCloseTimeout: '3 minutes' | '5 minutes' | '3 hours') {
  return proxyActivities<AgentTaskActivities>({
    cancellationType,
    taskQueue,
    startToCloseTimeout,
    heartbeatTimeout: '3 seconds',
    scheduleToCloseTimeout: '6 hours',
    retry: {
      initialInterval: '500 milliseconds',
      maximumInterval: '30 seconds',
      nonRetryableErrorTypes: ['PROCESSING_CONFLICT'],
    },
  });
}

export const agentTasks: Record<AgentName, ReturnType<typeof agentTask>> = {
  discover_topics: agentTask(queues.harvest, '3 minutes'),
  harvest: agentTask(queues.harvest, '3 minutes'),
  craft_snippet: agentTask(queues.language, '5 minutes'),
  weave_script: agentTask(queues.language, '5 minutes'),
  generate_image: agentTask(queues.image, '5 minutes'),
  forge_voice: agentTask(queues.speech, '3 hours'),
  synthesize: agentTask(queues.speech, '3 hours'),
};
