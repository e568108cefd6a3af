import assert from 'node:assert/strict';
import NodeId3 from 'node-id3';
import { id3Tag } from '../../activities/voice-forge/assemble/id3-tag.js';

const meta = {
  title: 'Schlaf & Gedächtnis — 日本',
  artist: 'Ada, Ben',
  album: 'Aethercast',
  date: '2025-11-03',
  language: 'en-US',
  sections: [],
};
const chapters = [
  { title: 'INTRO', startMs: 0, endMs: 3605 },
  { title: 'More', startMs: 3605, endMs: 60_000 },
];

describe('ID3 tag', () => {
  const tag = id3Tag(meta, chapters);
  const read = NodeId3.read(tag);

  it('is version 2.3 and says its own length', () => {
    assert.deepEqual([...tag.subarray(0, 5)], [0x49, 0x44, 0x33, 3, 0]);
    const size = [...tag.subarray(6, 10)].reduce((total, byte) => total * 128 + byte, 0);
    assert.equal(size + 10, tag.length);
  });

  it('says title, speakers, show, date and language', () => {
    assert.equal(read.title, meta.title);
    assert.equal(read.artist, 'Ada, Ben');
    assert.equal(read.album, 'Aethercast');
    assert.deepEqual([read.year, read.date, read.language], ['2025', '0311', 'eng']);
  });

  it('says that the episode is made by AI, to people and to programs', () => {
    assert.match(read.comment?.text ?? '', /made by ai/i);
    assert.deepEqual(read.userDefinedText, [{ description: 'ai-content', value: 'true' }]);
  });

  it('has the chapters and their table', () => {
    assert.deepEqual(
      read.chapter?.map((chapter) => [chapter.tags?.title, chapter.startTimeMs, chapter.endTimeMs]),
      [
        ['INTRO', 0, 3605],
        ['More', 3605, 60_000],
      ],
    );
    assert.deepEqual(read.tableOfContents?.[0]?.elements, ['chp0', 'chp1']);
  });

  it('is the same for the same input', () => {
    assert.deepEqual(id3Tag(meta, chapters), tag);
  });
});
