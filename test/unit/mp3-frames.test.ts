import assert from 'node:assert/strict';
import { Mp3FormatError, parseFrames } from '../../activities/audio/mp3-frames.js';
import { encodeMp3 } from '../../activities/audio/encode-mp3.js';
import { syllables } from '../fakes/sounds.js';

describe('MP3 frames', () => {
  let mp3: Uint8Array;
  before(async () => {
    mp3 = await encodeMp3(syllables(0.5, 1152 * 200));
  });

  it('of our encoder are one more than the blocks that went in', () => {
    assert.equal(parseFrames(mp3).length, 201);
  });

  it('of our encoder are mono, 44.1 kHz, 96 kbit/s, without header frame', () => {
    for (const frame of parseFrames(mp3)) {
      assert.deepEqual(
        [frame.channels, frame.sampleRate, frame.bitrateKbps, frame.isInfoHeader],
        [1, 44_100, 96, false],
      );
    }
  });

  it('of our encoder begin without the bit reservoir of an earlier stream', () => {
    const frames = parseFrames(mp3);
    assert.equal(frames[0]?.mainDataBegin, 0);
    assert.ok(
      frames.some((frame) => frame.mainDataBegin > 0),
      'a later frame does use the reservoir',
    );
  });

  it('are padded so that the rate is constant', () => {
    const frames = parseFrames(mp3);
    for (let count = 1; count <= frames.length; count++) {
      const bytes = frames[count - 1]!.offset + frames[count - 1]!.bytes;
      assert.ok(Math.abs(bytes - (count * 144_000 * 96) / 44_100) <= 1);
    }
  });

  it('name an Info header as such', () => {
    const withHeader = mp3.slice();
    withHeader.set(Buffer.from('Info'), 4 + 17);
    assert.equal(parseFrames(withHeader)[0]?.isInfoHeader, true);
  });

  const damage: [string, (mp3: Uint8Array) => Uint8Array, number][] = [
    ['a cut last frame', (sound) => sound.subarray(0, sound.length - 1), 200],
    ['garbage in front', (sound) => Buffer.concat([Buffer.from('junk'), sound]), 0],
    ['garbage behind', (sound) => Buffer.concat([sound, Buffer.from('junk')]), 201],
    [
      'an ID3 tag in front',
      (sound) => Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'), sound]),
      0,
    ],
    ['a frame of another layer', (sound) => Buffer.concat([Buffer.from([0xff, 0xfd, 0x70, 0xc4]), sound]), 0],
  ];
  for (const [name, spoil, goodFrames] of damage)
    it(`refuse ${name} and say where`, () => {
      const frames = parseFrames(mp3);
      const last = frames.at(-1)!;
      const offset = goodFrames === 201 ? last.offset + last.bytes : (frames[goodFrames]?.offset ?? 0);
      assert.throws(
        () => parseFrames(spoil(mp3)),
        (error) => error instanceof Mp3FormatError && error.offset === offset,
      );
    });
});
