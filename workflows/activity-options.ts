import { ActivityCancellationType, proxyActivities } from '@temporalio/workflow';
import type {
  HarvestActivities,
  RecordActivities,
  ScriptActivities,
  VoiceActivities,
} from './contract/activities.js';
import type { MailActivities } from './contract/mails.js';
import type { PreviewActivities } from './contract/voice-preview.js';
import { queues } from './contract/queues.js';

/** Set on every proxy: the SDK's real default abandons work that is still writing when a run is cancelled. */
const cancellationType = ActivityCancellationType.WAIT_CANCELLATION_COMPLETED;

// One quick statement each, so 5 s notices a dead worker soon. Retried without an end: a run must not be lost
// because the database was away, and its end must be recorded whenever that becomes possible.
export const record = proxyActivities<RecordActivities>({
  cancellationType,
  taskQueue: queues.main,
  startToCloseTimeout: '5 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

// All steps: attempts are bounded where the failure is known (activities/failures.ts: coded errors get five), and
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

// A model answers within minutes.
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

// Someone is waiting for a sentence: a model may have to be fetched first, and what fails three times is told them.
export const preview = proxyActivities<PreviewActivities>({
  cancellationType,
  taskQueue: queues.speech,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '3 seconds',
  scheduleToCloseTimeout: '9 minutes',
  retry: { initialInterval: '300 milliseconds', maximumInterval: '2 seconds', maximumAttempts: 3 },
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
