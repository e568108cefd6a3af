/** Times and sizes of the protocol (docs/streaming-protocol.md); tests shorten the times. */
export type Limits = {
  /** From connecting to the join message. */
  joinMs: number;
  /** A client with unacknowledged bytes and no progress for this long is stuck. */
  stuckMs: number;
  /** A client that broke a rule has this long to answer the close before its connection is cut. */
  refusedMs: number;
  pingMs: number;
  /** From the end of a stream until the server closes. */
  lingerMs: number;
  /** How often each connection is checked. */
  tickMs: number;
  /** How long a stopping streamer waits for its clients' answers to the close. */
  drainMs: number;
  /** Pauses between attempts to read an object of the media store. */
  readRetryMs: readonly number[];
};

export const protocolLimits: Limits = {
  joinMs: 5_000,
  stuckMs: 15_000,
  refusedMs: 2_000,
  pingMs: 25_000,
  lingerMs: 60_000,
  tickMs: 1_000,
  drainMs: 4_000,
  readRetryMs: [250, 500, 1_000, 2_000, 4_000],
};

/** MP3, 96 kbit/s constant. */
export const bytesPerSecond = 12_000;
/** At most this much is sent beyond the acknowledged offset: 30 seconds of audio. */
export const windowBytes = 30 * bytesPerSecond;
/** Audio in one frame, at most. */
export const frameBytes = 16_384;
/** Frames are sent only while less than this waits in the server's memory for the listener. */
export const maxBufferedBytes = 256 * 1_024;
/** A client with more than this unread is closed, also for text messages. */
export const maxQueuedMessageBytes = 1_024 * 1_024;
export const messagesPerSecond = 50;
export const messageBurst = 200;

/** Codes of RFC 6455 and our own; docs/streaming-protocol.md says how clients react to each. */
export const closeCodes = {
  done: 1000,
  rulesBroken: 1008,
  restart: 1012,
  later: 1013,
  badMessage: 4400,
  ticketRefused: 4401,
  deleted: 4404,
  tooSlow: 4408,
  failed: 4410,
} as const;

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];
