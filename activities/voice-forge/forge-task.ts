import type { ErrorDetails } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { EpisodeSound } from './measure-episode.js';
import type { NativeGate } from '../models/speech/local/native-gate.js';
import type { SpokenVoice } from '../../voices/voice.js';
import type { ForgedSegment, SegmentSpec } from './segment-spec.js';

/** What the pool's threads do. Network engines will add a task that brings its PCM along. */
export type ForgeTask =
  | { kind: 'forge'; spec: SegmentSpec; voice: SpokenVoice; gate: NativeGate }
  | { kind: 'inspect'; spec: SegmentSpec; voice: SpokenVoice; mp3: Uint8Array }
  | { kind: 'measure-episode'; mp3: Uint8Array };

export type ForgeProduct<Kind extends ForgeTask['kind']> = Kind extends 'measure-episode'
  ? EpisodeSound
  : ForgedSegment;

/** A coded error as data: threads copy plain objects, but strip errors of their fields. */
export type ForgeFailure = { code: ErrorCode; message: string; details: ErrorDetails; stack: string };

export type ForgeReply = { product: ForgedSegment | EpisodeSound } | { failure: ForgeFailure };
