import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { assembleEpisode } from '../../activities/voice-forge/assemble/assemble-episode.js';
import type { EpisodeSegment } from '../../activities/voice-forge/assemble/episode-parts.js';
import { createVoiceForge, type VoiceForge } from '../../activities/voice-forge/voice-forge.js';
import { dialogue } from '../fakes/article.js';
import { decodeWhole } from '../fakes/decode.js';
import { loadReferenceMeter } from '../fakes/ebur128.js';

const meta = {
  title: 'Sleep',
  artist: 'Slt and Rms',
  album: 'Aethercast',
  date: '2025-11-03',
  language: 'en-US',
  sections: [
    { title: 'INTRO', firstSeq: 0 },
    { title: 'Findings', firstSeq: 2 },
    { title: 'OUTRO', firstSeq: 9 },
  ],
};

describe('episode assembly', function () {
  this.timeout(120_000);
  let forge: VoiceForge;
  let segments: EpisodeSegment[];
  before(async () => {
    forge = createVoiceForge(loadConfig({ SPEECH_THREADS: '2' }));
    const forged = await Promise.all(dialogue(10).map((line) => forge.forge(forge.plan(line))));
    segments = forged.map(({ mp3, frames, sha256 }, seq) => ({ seq, mp3, frames, sha256 }));
  });
  after(() => forge.close());

  function assemble(parts: EpisodeSegment[]) {
    return assembleEpisode({ segments: parts, expectedSegments: 10, meta, forge });
  }

  function refused(code: string, mention: RegExp) {
    return (error: unknown) => {
      assert.ok(error instanceof AethercastError, String(error));
      assert.equal(error.code, code);
      assert.match(error.message, mention);
      return true;
    };
  }

  it('makes a file that is the tag and exactly the segments, and decodes to the sum of their samples', async () => {
    const episode = await assemble(segments);
    const joined = Buffer.concat(segments.map((segment) => segment.mp3));
    const file = Buffer.concat([episode.tag, joined]);
    assert.equal(episode.audioSha256, createHash('sha256').update(joined).digest('hex'));
    assert.equal(episode.fileSha256, createHash('sha256').update(file).digest('hex'));
    assert.equal(episode.bytes, file.length);
    assert.equal(
      episode.frames,
      segments.reduce((total, segment) => total + segment.frames, 0),
    );
    const decoded = await decodeWhole(joined);
    assert.equal(decoded.length, episode.frames * 1152);
    assert.equal(episode.durationMs, (episode.frames * 1_152_000) / 44_100);
    // The tag is skipped by decoders: the file has the same sound.
    assert.equal((await decodeWhole(file)).length, decoded.length);
  });

  it('is at -19 LUFS and under -1 dBTP, by an independent meter', async () => {
    const episode = await assemble(segments);
    const meter = await loadReferenceMeter();
    const decoded = await decodeWhole(episode.audio);
    assert.ok(Math.abs(meter.lufs(decoded) + 19) < 0.5);
    assert.ok(meter.dbtp(decoded) <= -1);
    assert.ok(Math.abs(meter.lufs(decoded) - episode.loudnessLufs) < 0.05);
    assert.ok(Math.abs(meter.dbtp(decoded) - episode.truePeakDbtp) < 0.05);
  });

  it('keeps every segment as it sounds alone', async () => {
    const whole = await decodeWhole(Buffer.concat(segments.map((segment) => segment.mp3)));
    let at = 0;
    for (const segment of segments) {
      const alone = await decodeWhole(segment.mp3);
      const differs = alone.findIndex((sample, index) => Math.abs(sample - whole[at + index]!) > 0.001);
      assert.equal(differs, -1, `segment ${segment.seq} differs at ${differs}`);
      at += alone.length;
    }
  });

  it('places chapters at the first lines of the sections', async () => {
    const { chapters, durationMs } = await assemble(segments);
    function startOf(seq: number): number {
      const frames = segments.slice(0, seq).reduce((total, segment) => total + segment.frames, 0);
      return Math.round((frames * 1_152_000) / 44_100);
    }
    assert.deepEqual(
      chapters.map((chapter) => chapter.startMs),
      [0, startOf(2), startOf(9)],
    );
    assert.equal(chapters.at(-1)?.endMs, Math.round(durationMs));
  });

  it('takes segments as they come from a store, and gives the same file again', async () => {
    async function* fromStore() {
      for (const segment of segments) yield await Promise.resolve(segment);
    }
    const again = await assembleEpisode({ segments: fromStore(), expectedSegments: 10, meta, forge });
    assert.equal(again.fileSha256, (await assemble(segments)).fileSha256);
  });

  it('refuses a missing last segment', async () => {
    await assert.rejects(assemble(segments.slice(0, 9)), refused('CPOA_EPISODE_INCOMPLETE', /9 of 10/));
  });

  it('refuses a gap and a wrong order, naming the segment', async () => {
    const gap = segments.filter((segment) => segment.seq !== 4);
    await assert.rejects(assemble(gap), refused('CPOA_EPISODE_INCOMPLETE', /segment 5 came where 4/));
    await assert.rejects(assemble([...segments].reverse()), refused('CPOA_EPISODE_INCOMPLETE', /segment 9/));
  });

  it('refuses a segment whose bytes changed, naming it', async () => {
    const spoilt = segments.map((segment) => ({ ...segment, mp3: segment.mp3.slice() }));
    spoilt[6]!.mp3[1000]! ^= 1;
    await assert.rejects(assemble(spoilt), refused('CPOA_EPISODE_DAMAGED', /segment 6/));
  });

  it('refuses a segment with another number of frames than recorded, naming it', async () => {
    const wrong = segments.map((segment) => (segment.seq === 2 ? { ...segment, frames: 5 } : segment));
    await assert.rejects(assemble(wrong), refused('CPOA_EPISODE_DAMAGED', /segment 2 has .* instead of 5/));
  });
});
