import type { LoggedSegment } from '../../db/live/byte-log.js';
import type { Database } from '../../db/connect.js';
import type { EpisodeState } from '../../db/live/episode-state.js';
import { consumeTicket } from '../../db/stream-tickets.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { FollowedEpisodes } from '../episodes/followed-episodes.js';
import type { Connection, Peer } from '../connection/connection.js';
import { parseData, type Envelope } from '../connection/envelope.js';
import {
  bytesPerSecond,
  closeCodes,
  frameBytes,
  maxBufferedBytes,
  windowBytes,
  type CloseCode,
  type Limits,
} from '../connection/limits.js';
import { ack, joinStream } from './audio-messages.js';
import { audioBytes, restOfFrame } from './cut-frames.js';
import { episodeEnding } from './episode-ending.js';
import type { LiveEpisode } from './live-episode.js';
import type { SegmentReader } from './segment-frames.js';

export type ListenerDeps = {
  db: Database;
  episodes: FollowedEpisodes<SegmentReader, LiveEpisode>;
  limits: Limits;
};

/** One client of the audio channel: its position in the byte log, and how much it may be sent. */
export class Listener implements Peer, SegmentReader {
  readonly #connection: Connection;
  readonly #deps: ListenerDeps;
  #joining = false;
  #episode: LiveEpisode | undefined;
  /** The next byte to send, and the next that the client expects: the bytes between are in flight. */
  #sent = 0;
  #acked = 0;
  #progressAt = 0;
  #held = false;
  /** The callback of the last send will pump again. */
  #draining = false;
  /** When the end was announced, and the code to close with if the client does not close. */
  #endedAt = Infinity;
  #closeCode: CloseCode = closeCodes.done;
  #isOver = false;

  constructor(connection: Connection, deps: ListenerDeps) {
    this.#connection = connection;
    this.#deps = deps;
  }

  receive(message: Envelope): Promise<void> | undefined {
    switch (message.event) {
      case 'join_stream':
        return this.#join(message);
      case 'ack':
        this.#takeAck(message);
        return undefined;
      default:
        this.#connection.rejectMessage('ASF_BAD_MESSAGE', `There is no event ${nameOf(message)}.`);
        return undefined;
    }
  }

  tick(now: number): void {
    if (this.#episode === undefined || this.#isOver) return;
    if (this.#sent > this.#acked && now - this.#progressAt >= this.#deps.limits.stuckMs) {
      this.#end(() => this.#connection.refuse('ASF_TOO_SLOW', closeCodes.tooSlow));
    } else if (now - this.#endedAt >= this.#deps.limits.lingerMs) {
      this.#end(() => this.#connection.close(this.#closeCode));
    }
  }

  closed(): void {
    this.#isOver = true;
    this.#episode?.leave(this);
  }

  /** Sends what is available and fits the client's window. Cheap when there is nothing to send. */
  pump(): void {
    const episode = this.#episode;
    if (episode === undefined || this.#isOver || this.#connection.isClosing) return;
    const { log, state } = episode.feed;
    if (state === undefined) {
      this.#end(() => this.#connection.refuse('ASF_STREAM_DELETED', closeCodes.deleted));
      return;
    }
    if (this.#endedAt < Infinity) return;
    if (this.#mayRead(log.end)) this.#sendAll(episode);
    if (this.#sent >= log.end) this.#finish(state, log.end);
  }

  unreadable(segment: LoggedSegment): void {
    const here = this.#episode?.feed.log.segmentAt(this.#sent);
    if (here === segment && !this.#isOver) this.#endAfterQueue('ASF_AUDIO_UNREADABLE', closeCodes.later);
  }

  async #join(message: Envelope): Promise<void> {
    const { ticket, stream_id: streamId, offset } = parseData(joinStream, message);
    if (this.#joining) throw new AethercastError('ASF_BAD_MESSAGE', { message: 'Join once.' });
    this.#joining = true;
    this.#connection.joined();
    const presented = { channel: 'audio', origin: this.#connection.origin } as const;
    const grant = await consumeTicket(this.#deps.db, ticket, presented);
    if (grant?.podcastId === undefined) throw new AethercastError('ASF_TICKET_REFUSED');
    // The client may have disconnected during the query.
    if (this.#isOver) return;
    const episode = await this.#deps.episodes.enter(grant.podcastId, this);
    if (episode === undefined) throw new AethercastError('ASF_STREAM_DELETED');
    if (this.#hasGone() || episode.feed.state?.streamId !== streamId) {
      episode.leave(this);
      throw new AethercastError('ASF_TICKET_REFUSED');
    }
    this.#sent = this.#acked = offset;
    this.#progressAt = Date.now();
    this.#episode = episode;
    this.#welcome(episode);
    this.pump();
  }

  #hasGone(): boolean {
    return this.#isOver;
  }

  #welcome({ feed: { log, state } }: LiveEpisode): void {
    if (state === undefined) return;
    const ending = episodeEnding(state, log.end);
    this.#connection.send('stream_status', {
      status: 'joined',
      stream_id: state.streamId,
      message: ending === undefined ? 'The episode is being made.' : 'The episode has ended.',
      mime: 'audio/mpeg',
      bytes_per_second: bytesPerSecond,
      offset: this.#sent,
      available_bytes: log.end,
      window_bytes: windowBytes,
      complete: ending?.kind === 'complete',
      total_bytes: ending?.kind === 'complete' ? ending.bytes : null,
    });
    this.#connection.send('audio_control', {
      event: 'start_of_stream',
      stream_id: state.streamId,
      timestamp: Date.now() / 1_000,
      offset: this.#sent,
    });
  }

  #takeAck(message: Envelope): void {
    const { offset, hold } = parseData(ack, message);
    if (this.#episode === undefined) {
      this.#connection.rejectMessage('ASF_BAD_MESSAGE', 'Join before you acknowledge.');
      return;
    }
    const isProgress = offset > this.#acked && offset <= this.#sent;
    if (isProgress) this.#acked = offset;
    // A client on hold is alive but need not make progress; one that resumes gets the full time again.
    if (isProgress || hold || this.#held) this.#progressAt = Date.now();
    this.#held = hold;
    this.pump();
  }

  #mayRead(end: number): boolean {
    return !this.#held && this.#sent < end && this.#hasRoom() && !this.#isFull();
  }

  /** Whether a whole frame fits into the window. */
  #hasRoom(): boolean {
    return this.#sent - this.#acked <= windowBytes - frameBytes;
  }

  #isFull(): boolean {
    return this.#draining || this.#connection.socket.bufferedAmount >= maxBufferedBytes;
  }

  #sendAll(episode: LiveEpisode): void {
    const { log } = episode.feed;
    // Corked, all frames of this round go out in one system call.
    this.#connection.stream.cork();
    let segment = log.segmentAt(this.#sent);
    while (segment !== undefined && this.#mayRead(log.end)) {
      const frames = episode.framesOf(segment, this);
      if (frames === undefined) break;
      this.#sendFrames(segment.offset, frames);
      segment = this.#sent === segment.offset + segment.bytes ? log.segments[segment.seq + 1] : undefined;
    }
    this.#connection.stream.uncork();
  }

  #sendFrames(segmentOffset: number, frames: readonly Buffer[]): void {
    for (let at = Math.floor((this.#sent - segmentOffset) / frameBytes); at < frames.length; at += 1) {
      const frame = frames[at];
      if (frame === undefined || !this.#hasRoom() || this.#isFull()) return;
      const skip = this.#sent - segmentOffset - at * frameBytes;
      this.#send(skip === 0 ? frame : restOfFrame(frame, skip));
    }
  }

  #send(frame: Buffer): void {
    const { socket } = this.#connection;
    if (this.#sent === this.#acked) this.#progressAt = Date.now();
    this.#sent += audioBytes(frame);
    if (socket.bufferedAmount + frame.length < maxBufferedBytes) {
      socket.send(frame);
      return;
    }
    this.#draining = true;
    socket.send(frame, (error) => {
      this.#draining = false;
      if (error == null) this.pump();
    });
  }

  /** Called when all available bytes have been sent: announces the end if the episode has ended. */
  #finish(state: EpisodeState, end: number): void {
    const ending = episodeEnding(state, end);
    if (ending === undefined) return;
    if (ending.kind === 'failed') {
      this.#endAfterQueue('ASF_EPISODE_FAILED', closeCodes.failed, ending.message);
      return;
    }
    if (this.#sent > ending.bytes) {
      this.#end(() => this.#connection.refuse('ASF_OFFSET_BEYOND_END', closeCodes.badMessage));
      return;
    }
    this.#endedAt = Date.now();
    this.#connection.send('audio_control', {
      event: 'end_of_stream',
      stream_id: state.streamId,
      timestamp: this.#endedAt / 1_000,
      total_bytes: ending.bytes,
      sha256: ending.sha256,
      status: ending.status,
    });
  }

  /** A slow client first gets all that was sent; one that is stuck by then is closed as too slow. */
  #endAfterQueue(code: ErrorCode, closeCode: CloseCode, message?: string): void {
    this.#endedAt = Date.now();
    this.#closeCode = closeCode;
    this.#connection.refuseAfterQueue(code, closeCode, message);
  }

  #end(close: () => void): void {
    this.#isOver = true;
    close();
  }
}

function nameOf({ event }: Envelope): string {
  return JSON.stringify(event.slice(0, 64));
}
