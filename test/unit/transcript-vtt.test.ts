import assert from 'node:assert/strict';
import { chaptersOf } from '../../activities/voice-forge/assemble/chapters.js';
import { saidLines } from '../../activities/voice-forge/assemble/said-lines.js';
import { saidInTranscript, transcriptVtt } from '../../activities/voice-forge/assemble/transcript-vtt.js';

const lines = [
  { seq: 0, speaker: 'Ada', text: 'Salt & <pepper> -->\n\nnow', frames: 101 },
  { seq: 1, speaker: 'Ben <B>', text: 'Yes.', frames: 37 },
  { seq: 2, speaker: 'Ada', text: 'It takes an hour.', frames: 137_812 },
];

function times(vtt: string): [string, string][] {
  return [...vtt.matchAll(/(\S+) --> (\S+)\n/g)].map((match) => [match[1]!, match[2]!]);
}

describe('WebVTT transcript', () => {
  it('has one cue per line with its speaker, escaped', () => {
    assert.equal(
      transcriptVtt(lines.slice(0, 2)),
      'WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.638\n<v Ada>Salt &amp; &lt;pepper&gt; --&gt; now</v>\n\n' +
        '2\n00:00:02.638 --> 00:00:03.605\n<v Ben B>Yes.</v>\n',
    );
  });

  it('has what was said as a comment before the cue where the words differ', () => {
    const said = [{ ...lines[0]!, text: 'It cost $5.', said: 'It cost five dollars.' }, lines[1]!];
    const vtt = transcriptVtt(said);
    assert.equal(
      vtt,
      'WEBVTT\n\nNOTE said: It cost five dollars.\n\n1\n00:00:00.000 --> 00:00:02.638\n<v Ada>It cost $5.</v>\n\n' +
        '2\n00:00:02.638 --> 00:00:03.605\n<v Ben B>Yes.</v>\n',
    );
    assert.deepEqual([...saidInTranscript(vtt)], [[0, 'It cost five dollars.']]);
    assert.deepEqual(
      saidLines(
        [{ text: 'It cost $5.' }, { text: 'The U.S. agreed – at once!' }, { text: '日本' }],
        () => new Map(),
        'en-US',
      ),
      ['It cost five dollars.', undefined, undefined],
    );
  });

  it('covers the episode from 0 to the last frame without gap or overlap', () => {
    const cues = times(transcriptVtt(lines));
    assert.equal(cues[0]?.[0], '00:00:00.000');
    for (let at = 1; at < cues.length; at++) assert.equal(cues[at]?.[0], cues[at - 1]?.[1]);
    assert.equal(cues.at(-1)?.[1], '01:00:03.592');
  });

  it('does not drift over many lines', () => {
    const many = Array.from({ length: 1000 }, (_, seq) => ({ seq, speaker: 'A', text: 'x', frames: 77 }));
    const exactMs = Math.round((77_000 * 1152) / 44.1);
    assert.equal(
      times(transcriptVtt(many)).at(-1)?.[1].slice(-6),
      `${Math.floor(exactMs / 1000) % 60}.${exactMs % 1000}`,
    );
  });
});

describe('chapters', () => {
  it('begin where the first line of their section begins', () => {
    const chapters = chaptersOf(lines, [
      { title: 'INTRO', firstSeq: 0 },
      { title: 'More', firstSeq: 2 },
    ]);
    assert.deepEqual(chapters, [
      { title: 'INTRO', startMs: 0, endMs: 3605 },
      { title: 'More', startMs: 3605, endMs: 3_603_592 },
    ]);
  });

  it('refuse a section without a line', () => {
    assert.throws(() =>
      chaptersOf(lines, [
        { title: 'Empty', firstSeq: 1 },
        { title: 'Next', firstSeq: 1 },
      ]),
    );
  });
});
