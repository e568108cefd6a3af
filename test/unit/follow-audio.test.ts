import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ByteLog } from '../../db/live/byte-log.js';
import type { EpisodeState } from '../../db/live/episode-state.js';
import { followAudio } from '../../gateway/audio/follow-audio.js';
import { AethercastError } from '../../platform/aethercast-error.js';

type Change = Partial<Pick<EpisodeState, 'overallStatus' | 'finished' | 'errorCode'>> | 'deleted';

/** An episode in memory whose reads are counted. */
class Episode {
  readonly podcastId = '2f0e0000-0000-4000-8000-000000000000';
  readonly log = new ByteLog();
  state: EpisodeState | undefined = {
    podcastId: this.podcastId,
    streamId: 'strm_0',
    ownerId: null,
    clientId: null,
    status: 'vfa_audio_generation',
    overallStatus: 'in_progress',
    runNumber: 1,
    errorCode: null,
    errorMessage: null,
    endedAt: null,
    segmentsTotal: null,
    log: [],
    finished: null,
  };
  readonly stored = new Map<string, Buffer>();
  reads = 0;
  followers = 0;
  #onChange: () => void = () => undefined;

  add(...texts: string[]): void {
    for (const text of texts) {
      const seq = this.log.segments.length;
      const mediaUri = `media://local/${seq}`;
      this.stored.set(mediaUri, Buffer.from(text));
      const sha256 = createHash('sha256').update(text).digest('hex');
      this.log.grow([
        { seq, lineId: `l${seq}`, speaker: 'Ann', mediaUri, sha256, bytes: text.length, durationMs: 1 },
      ]);
    }
    this.#onChange();
  }

  become(change: Change): void {
    this.state = change === 'deleted' || this.state === undefined ? undefined : { ...this.state, ...change };
    this.#onChange();
  }

  finish(bytes = this.log.end): void {
    this.become({ overallStatus: 'completed', finished: { bytes, sha256: '' } });
  }

  follow(offset = 0, signal: AbortSignal = new AbortController().signal) {
    const growing = {
      follow: (_id: string, onChange: () => void) => {
        this.followers += 1;
        this.#onChange = onChange;
        const leave = (): void => {
          this.followers -= 1;
        };
        return Promise.resolve(this.state === undefined ? undefined : { feed: this, leave });
      },
    };
    const media = {
      read: (uri: string) => {
        this.reads += 1;
        return Promise.resolve(this.stored.get(uri) ?? Buffer.alloc(0));
      },
    };
    return followAudio({ growing, media }, this.podcastId, offset, signal);
  }
}

describe('following the audio of an episode', () => {
  let episode: Episode;
  beforeEach(() => {
    episode = new Episode();
  });

  it('gives each segment as it comes, and ends with the episode', async () => {
    episode.add('one');
    const audio = episode.follow();
    assert.equal(await text(audio), 'one');
    const second = text(audio);
    episode.add('two');
    assert.equal(await second, 'two');
    const end = audio.next();
    episode.finish();
    assert.equal((await end).done, true);
    assert.equal(episode.followers, 0);
  });

  it('starts anywhere, in the middle of a segment too, and waits for an offset that is not there yet', async () => {
    episode.add('one', 'three');
    assert.equal(await text(episode.follow(4)), 'hree');
    const later = text(episode.follow(9));
    episode.add('fi');
    assert.equal(await later, 'i');
  });

  it('reads a segment when it is asked for it, no earlier', async () => {
    episode.add('one', 'two', 'three');
    const audio = episode.follow();
    await text(audio);
    assert.equal(episode.reads, 1);
    await text(audio);
    assert.equal(episode.reads, 2);
  });

  it('misses no change that comes while it reads', async () => {
    episode.add('one');
    const audio = episode.follow();
    const first = text(audio);
    episode.add('two');
    episode.finish();
    assert.equal(await first, 'one');
    assert.equal(await text(audio), 'two');
    assert.equal((await audio.next()).done, true);
  });

  for (const [overallStatus, said] of [
    ['failed', /The speech engine failed/],
    ['cancelled', /cancelled/],
  ] as const) {
    it(`gives all that an episode has that ${overallStatus === 'failed' ? '' : 'was '}${overallStatus}, then throws the reason`, async () => {
      episode.add('one');
      const audio = episode.follow();
      episode.become({ overallStatus, errorCode: 'VFA_SYNTHESIS_FAILED' });
      assert.equal(await text(audio), 'one');
      await assert.rejects(audio.next(), (error) => {
        assert.ok(error instanceof AethercastError);
        assert.equal(error.code, 'API_GW_AUDIO_NOT_FOUND_DB');
        assert.match(error.message, said);
        return true;
      });
      assert.equal(episode.followers, 0);
    });
  }

  it('gives nothing more of a deleted episode, not even what is there', async () => {
    episode.add('one', 'two');
    const audio = episode.follow();
    await text(audio);
    episode.become('deleted');
    await assert.rejects(audio.next(), { code: 'API_GW_PODCAST_DELETED' });
    await assert.rejects(episode.follow().next(), { code: 'API_GW_PODCAST_DELETED' });
  });

  it('does not end where bytes are missing or too many', async () => {
    episode.add('one');
    for (const bytes of [2, 4]) {
      const audio = episode.follow();
      episode.finish(bytes);
      assert.equal(await text(audio), 'one');
      await assert.rejects(audio.next(), /bytes on record/);
    }
    episode.become({ finished: null });
    await assert.rejects(episode.follow(3).next(), /no bytes on record/);
  });

  for (const [what, stored] of [
    ['shorter than recorded', 'on'],
    ['as long as recorded, but not the same', 'onf'],
  ] as const) {
    it(`does not pass on a segment that is ${what}, and goes on once it is mended`, async () => {
      episode.add('zero', 'one');
      episode.stored.set('media://local/1', Buffer.from(stored));
      const audio = episode.follow();
      assert.equal(await text(audio), 'zero');
      await assert.rejects(audio.next(), { code: 'MEDIA_OBJECT_DAMAGED' });
      assert.equal(episode.followers, 0);
      episode.stored.set('media://local/1', Buffer.from('one'));
      assert.equal(await text(episode.follow(4)), 'one');
    });
  }

  it('is empty at the very end, and refused beyond it', async () => {
    episode.add('one');
    episode.finish();
    await assert.rejects(episode.follow(4).next(), { code: 'API_GW_RANGE_NOT_SATISFIABLE' });
    assert.equal((await episode.follow(3).next()).done, true);
  });

  it('stops when its listener leaves', async () => {
    const gone = new AbortController();
    const waiting = episode.follow(0, gone.signal).next();
    gone.abort();
    await assert.rejects(waiting, { name: 'AbortError' });
    assert.equal(episode.followers, 0);
  });
});

async function text(audio: AsyncGenerator<Buffer, void>): Promise<string | undefined> {
  const { value } = await audio.next();
  return value?.toString();
}
