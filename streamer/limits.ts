/** Times and sizes of the protocol (docs/streaming-protocol.md); tests shorten the times. */
export type Limits = {
  /** From connecting to the message that joins. */
  joinMs: number;
  /** Unacknowledged bytes and no progress for this long: stuck. */
  stuckMs: number;
  /** How long a client that broke a rule has to answer the close, or its connection is cut. */
  refusedMs: number;
  pingMs: number;
  /** From the end of a stream until the server closes. */
  lingerMs: number;
  /** How often every connection is looked at. */
  tickMs: number;
  /** How long a stopping streamer waits for its clients' answers to the close. */
  drainMs: number;
  /** Pauses between tries to read an object of the media store. */
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
/** Sent beyond what was acknowledged: 30 seconds of audio. */
export const windowBytes = 30 * bytesPerSecond;
/** Audio in one frame, at most. */
export const frameBytes = 16_384;
/** What may wait in the server's memory for one listener before it is sent more. */
export const maxBufferedBytes = 256 * 1_024;
/** Beyond this even messages are not queued: whoever reads none is cut off. */
export const maxQueuedMessageBytes = 1_024 * 1_024;
export const messagesPerSecond = 50;
export const messageBurst = 200;

/** Beside those of RFC 6455; what they ask of clients is in the protocol's document. */
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
