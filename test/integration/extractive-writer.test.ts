import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createHarvester } from '../../activities/content-harvest/create-harvester.js';
import type { HarvestedSource } from '../../activities/script/harvested-source.js';
import { createScriptWriter } from '../../activities/models/language/create-script-writer.js';
import {
  aboutQuestions,
  cues,
  openingQuestions,
  openQuestions,
} from '../../activities/models/language/extractive/question-cues.js';
import { countWords } from '../../platform/count-words.js';
import { splitSentences } from '../../activities/models/language/extractive/split-sentences.js';
import type { SpokenLine, WriteRequest } from '../../activities/script/script-writer.js';
import { scriptCacheKey, scriptId } from '../../activities/script-weaver/script-cache-key.js';
import { addPart } from '../../activities/script-weaver/add-part.js';
import { podcastScriptSchema } from '../../activities/script/script-schema.js';
import { pauseAfterMs, pauseBeforeMs, turnsOf } from '../../activities/script/turns.js';
import { writeWhole } from '../../activities/script-weaver/write-whole.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { linesOf, type PodcastScript } from '../../workflows/contract/script.js';

const writer = createScriptWriter();

function written(asked: WriteRequest, signal?: AbortSignal): Promise<PodcastScript> {
  return writeWhole(writer, asked, scriptId(scriptCacheKey('', asked, writer)), signal);
}

const names = ['Ada', 'Ben', 'Cleo', 'Dan'];

describe('the extractive writer', () => {
  const samples = new Map<string, HarvestedSource>();

  before(async () => {
    const harvester = createHarvester(loadConfig({}));
    for (const name of [
      'tycho-brahe.md',
      'short-history-of-the-world.txt',
      'wright-brothers-aeroplane.html',
    ]) {
      const bytes = readFileSync(`samples/${name}`);
      samples.set(
        name,
        await harvester.harvest({ kind: 'file', bytes, filename: name }, `src_${samples.size}`),
      );
    }
    await harvester.close();
  });

  function request(
    files: readonly string[],
    minutes: number,
    speakers = 2,
    more: Partial<WriteRequest> = {},
  ): WriteRequest {
    return {
      sources: files.map((name) => samples.get(name)!),
      minutes,
      language: 'en-US',
      persona: 'InformativeHost',
      speakers: names.slice(0, speakers).map((name, at) => ({ name, voice: `voice-${at}` })),
      estimateMs,
      ...more,
    };
  }

  for (const [files, minutes, speakers] of [
    [['tycho-brahe.md'], 2, 2],
    [['tycho-brahe.md'], 3, 2],
    [['tycho-brahe.md'], 5, 2],
    [['tycho-brahe.md'], 3, 1],
    [['short-history-of-the-world.txt'], 1, 2],
    [['short-history-of-the-world.txt'], 3, 2],
    [['short-history-of-the-world.txt'], 5, 3],
    [['short-history-of-the-world.txt'], 10, 2],
    [['short-history-of-the-world.txt'], 8, 4],
    [['wright-brothers-aeroplane.html'], 3, 2],
    [['wright-brothers-aeroplane.html'], 5, 2],
    [['tycho-brahe.md', 'short-history-of-the-world.txt', 'wright-brothers-aeroplane.html'], 10, 2],
    [['tycho-brahe.md', 'short-history-of-the-world.txt', 'wright-brothers-aeroplane.html'], 15, 3],
  ] as const) {
    it(`makes a good script of ${files.join(' and ')} for ${minutes} minutes and ${speakers} voices`, async () => {
      const asked = request(files, minutes, speakers);
      const script = await written(asked);
      assertSound(script, asked);
      const off = Math.abs(lengthOf(script) / 60_000 / minutes - 1);
      assert.ok(off <= 0.05, `${(off * 100).toFixed(1)} % off`);
      assert.deepEqual(script.warnings, []);
    });
  }

  it('says something of the sources however short the wish', async () => {
    for (const minutes of [0.5, 0.6]) {
      const script = await written(request(['short-history-of-the-world.txt'], minutes));
      assert.ok(script.segments.some(({ lines }) => lines.some((line) => line.source_refs.length > 0)));
    }
  });

  it('leaves out what the voices cannot say', async () => {
    const unsaid = await written(
      request(['tycho-brahe.md'], 5, 2, { canSpeak: (text) => !text.includes('Tycho') }),
    );
    const stated = unsaid.segments
      .flatMap(({ lines }) => lines)
      .filter((line) => line.source_refs.length > 0);
    assert.ok(stated.length > 5);
    for (const { text } of stated) assert.doesNotMatch(text, /Tycho/);
  });

  it('uses the author’s own headings for sections, and more of them for longer episodes', async () => {
    const short = await written(request(['short-history-of-the-world.txt'], 2));
    const long = await written(request(['short-history-of-the-world.txt'], 10));
    assert.ok(long.segments.length >= short.segments.length);
    assert.equal(long.segments[1]?.segment_title, 'The World in Space');
    assert.ok(short.segments.length <= 4);
  });

  it('says first in few words what the episode is about, then where it comes from, and that an AI made it', async () => {
    const script = await written(request(['tycho-brahe.md'], 3));
    const intro = script.segments[0]!.lines;
    assert.ok(countWords(intro[0]!.text) <= 12);
    assert.match(intro.map(({ text }) => text).join(' '), /Tycho Brahe.*Robert S\. Ball.*AI/s);
    assert.match(script.segments.at(-1)!.content, /Robert S\. Ball.*AI/s);
  });

  it('lets nobody take the host for the author', async () => {
    const script = await written(request(['wright-brothers-aeroplane.html'], 5));
    for (const [before, line] of pairs(linesOf(script))) {
      const opens = before === undefined || before.speaker !== line.speaker;
      if (opens && line.source_refs.length > 0 && /^(We|Our|I|My) /.test(line.text)) assert.fail(line.text);
    }
    assert.match(script.full_raw_script, /Orville and Wilbur Wright write:/);
  });

  it('gives the same script for the same request, whatever the id', async () => {
    const asked = request(['tycho-brahe.md'], 3);
    const first = await written(asked);
    assert.deepEqual(await written(asked), first);
    const other = await writeWhole(writer, asked, 'pswa_script_0123abcd');
    assert.deepEqual({ ...other, script_id: first.script_id }, first);
    assert.equal(other.script_id, 'pswa_script_0123abcd');
  });

  it('gives the INTRO first, which takes no longer for a long text or episode, then all the rest', async () => {
    const texts = [...samples.values()].map(({ text }) => text);
    const long = { ...samples.get('tycho-brahe.md')!, text: texts.join('\n\n') };
    let looked = 0;
    const asked = request([], 30, 2, {
      sources: [long],
      canSpeak: () => {
        looked += 1;
        return true;
      },
    });
    const first = await writer.writePart(asked, undefined);
    assert.deepEqual(
      [first.done, first.sections.map((section) => section.segment_title)],
      [false, ['INTRO']],
    );
    const early = looked;
    assert.ok(early < 50, `${early} sentences were looked at`);
    const identity = { scriptId: 'pswa_script_0123abcd', model: writer.model };
    const opening = addPart(undefined, first, identity);
    const second = await writer.writePart(asked, opening);
    assert.equal(second.done, true);
    assert.deepEqual(addPart(opening, second, identity), await writeWhole(writer, asked, identity.scriptId));
    assert.ok(looked > early * 5);
  });

  it('looks further where the beginning of a text cannot be said', async () => {
    const notes = 'Subscribe to our newsletter for more stories like this one. '.repeat(200);
    const [source] = request(['tycho-brahe.md'], 2).sources;
    const asked = request([], 2, 2, { sources: [{ ...source!, text: `${notes}\n\n${source!.text}` }] });
    assert.equal((await writer.writePart(asked, undefined)).sections.length, 1);
  });

  it('reads a book in one paragraph as it reads others', async () => {
    const source = samples.get('short-history-of-the-world.txt')!;
    const pasted = {
      ...source,
      text: splitSentences(source.text)
        .map(({ text }) => text)
        .join(' '),
    };
    const script = await written(request([], 5, 2, { sources: [pasted] }));
    assertSound(script, request([], 5, 2, { sources: [pasted] }));
  });

  it('warns when the source is too short, and uses what there is', async () => {
    const asked = request(['tycho-brahe.md'], 30);
    const script = await written(asked);
    assertSound(script, asked);
    assert.deepEqual(
      script.warnings.map(({ code }) => code),
      ['PSWA_SHORTER_THAN_ASKED'],
    );
    assert.ok(script.estimated_minutes > 6 && script.estimated_minutes < 15, `${script.estimated_minutes}`);
  });

  it('refuses under 60 words that can be said', async () => {
    for (const text of [
      '',
      'One short sentence is all there is.',
      'Buy now! '.repeat(200),
      'Subscribe to our newsletter for more. '.repeat(50),
    ]) {
      await assert.rejects(
        written({ ...request([], 3), sources: [textSource(text)] }),
        hasCode('PSWA_INSUFFICIENT_CONTENT'),
      );
    }
  });

  it('says why there was too little to say', async () => {
    const table = { reason: 'table', text: 'Year, flour', words: 40 } as const;
    const source = {
      ...textSource(`${'The mill stands at the river. '.repeat(3)}\n\nSubscribe to our newsletter.`),
      left_out: [table, table],
    };
    await assert.rejects(written({ ...request([], 3), sources: [source] }), (error: AethercastError) => {
      assert.match(
        error.message,
        /contain 6 words .* 5 of 6 sentences and other pieces were left out: .*, 2 tables and 2 repeated sentences\. Add/,
      );
      assert.ok(Array.isArray(error.details['left_out']));
      return true;
    });
  });

  it('warns once a source of what of it is not read, by reason, and counts all of it', async () => {
    const asked = request(['tycho-brahe.md'], 3);
    const [tycho] = asked.sources;
    const source: HarvestedSource = {
      ...tycho!,
      left_out: [
        ...Array.from({ length: 9 }, () => ({ reason: 'table', text: 'Year', words: 30 }) as const),
        { reason: 'code_block', text: 'x = 1', words: 2 },
        { reason: 'navigation', text: 'Home', words: 1 },
        { reason: 'boilerplate', text: 'Share this', words: 2 },
      ],
    };
    const script = await written({ ...asked, sources: [source] });
    assert.deepEqual(script.warnings, [
      {
        code: 'PSWA_TEXT_LEFT_OUT',
        message: `Of "${source.title}", 9 tables and one block of code were not read, nor was the page around the text (2).`,
      },
    ]);
    const counts = new Map(script.left_out?.map(({ reason, pieces }) => [reason, pieces]));
    assert.deepEqual([counts.get('table'), counts.get('navigation')], [9, 1]);
    // What may be said and is not: three minutes have no room for it.
    assert.ok((counts.get('no_room') ?? 0) > 20);
    assert.ok(script.left_out?.every(({ source_id }) => source_id === source.source_id));
  });

  it('does not warn where only the page around the text is left out', async () => {
    const asked = request(['tycho-brahe.md'], 3);
    const source = {
      ...asked.sources[0]!,
      left_out: [{ reason: 'navigation', text: 'Home', words: 1 } as const],
    };
    const script = await written({ ...asked, sources: [source] });
    assert.deepEqual(script.warnings, []);
    assert.ok(script.left_out?.some(({ reason }) => reason === 'navigation'));
  });

  it('refuses no 60 words that the estimate accepts: times and ordinals are words, too', async () => {
    const text = [
      'The first ferry leaves the harbour at 6:15 and the second one leaves at 7:30.',
      'The 3rd ferry has followed them at 8:45, and the 4th ferry was always late for its passengers.',
      'The last ferry of the 21st of June was expected to return in the evening.',
      'The keeper counts the passengers at 6:15, writes them down, and sleeps at 11:59.',
    ].join(' ');
    assert.equal(countWords(text), 62);
    const script = await written({ ...request([], 1), sources: [textSource(text)] });
    assert.ok(script.word_count > 60);
  });

  it('refuses other languages than English, and leaves a foreign source out of English ones', async () => {
    const german = { ...textSource('Der Fluss fließt durch die Stadt. '.repeat(40)), language: 'de' };
    await assert.rejects(
      written(request(['tycho-brahe.md'], 3, 2, { language: 'de-DE' })),
      hasCode('PSWA_UNSUPPORTED_LANGUAGE'),
    );
    await assert.rejects(
      written({ ...request([], 3), sources: [german] }),
      hasCode('PSWA_UNSUPPORTED_LANGUAGE'),
    );
    const mixed = request(['tycho-brahe.md'], 3);
    const script = await written({ ...mixed, sources: [...mixed.sources, german] });
    assert.deepEqual(
      script.warnings.map(({ code }) => code),
      ['PSWA_SOURCE_SKIPPED'],
    );
    assert.equal(script.sources.length, 1);
  });

  it('says what it ignored', async () => {
    const script = await written(
      request(['tycho-brahe.md'], 3, 2, { persona: 'HumorousCommentator', narrativeGuidance: 'Be funny.' }),
    );
    assert.deepEqual(
      script.warnings.map(({ code }) => code),
      ['PSWA_PERSONA_IGNORED', 'PSWA_GUIDANCE_IGNORED'],
    );
    assert.equal(script.persona_used, 'HumorousCommentator');
  });

  it('says once what two sources both carry', async () => {
    const twice = request(['tycho-brahe.md'], 10);
    const twin = { ...twice.sources[0]!, source_id: 'twin', title: 'A Copy' };
    const script = await written({ ...twice, topic: 'Tycho', sources: [...twice.sources, twin] });
    assert.ok(
      linesOf(script).every((line) => line.source_refs.every(({ source_id }) => source_id !== 'twin')),
    );
    assert.equal(script.topic, 'Tycho');
  });

  it('stops when it is told to, with the reason given', async () => {
    const reason = new Error('cancelled');
    await assert.rejects(written(request(['tycho-brahe.md'], 3), AbortSignal.abort(reason)), reason);
  });

  it('has a cache key that everything which shapes the script changes', () => {
    const asked = request(['tycho-brahe.md'], 3);
    const source = asked.sources[0]!;
    const variants: [string, WriteRequest, typeof writer][] = [
      ['o', asked, writer],
      ['other', asked, writer],
      ['o', { ...asked, minutes: 4 }, writer],
      ['o', { ...asked, topic: 'x' }, writer],
      ['o', { ...asked, language: 'en-GB' }, writer],
      ['o', { ...asked, persona: 'x' }, writer],
      ['o', { ...asked, narrativeGuidance: 'x' }, writer],
      ['o', { ...asked, speakers: [{ name: 'Ada', voice: 'x' }] }, writer],
      ['o', { ...asked, sources: [{ ...source, text: `${source.text} More.` }] }, writer],
      ['o', { ...asked, sources: [source, source] }, writer],
      ['o', asked, { ...writer, model: 'x' }],
      ['o', asked, { ...writer, promptVersion: 'x' }],
    ];
    const keys = variants.map(([owner, shape, by]) => scriptCacheKey(owner, shape, by));
    assert.equal(new Set(keys).size, keys.length);
    const slower: WriteRequest = { ...asked, estimateMs: () => 1 };
    assert.equal(scriptCacheKey('o', slower, writer), keys[0]);
    assert.match(scriptId(keys[0]!), /^pswa_script_[0-9a-f]{64}$/);
  });
});

/** Every rule that a script keeps, whatever it was made of. */
function assertSound(script: PodcastScript, asked: WriteRequest): void {
  podcastScriptSchema.parse(script);
  const lines = linesOf(script);
  const sentences = new Map(asked.sources.map((source) => [source.source_id, splitSentences(source.text)]));
  const said = new Set<string>();
  const questions = new Set<string>();
  for (const [before, line, after] of pairs(lines)) {
    assert.ok(countWords(line.text) <= 64, line.text);
    assert.match(line.text, /^[“"‘\p{Lu}\d$€£a-z]/u);
    assert.match(line.text, /[.!?…,:—–;][”"’)]*$/);
    for (const { source_id, sentence } of line.source_refs) {
      const source = sentences.get(source_id)?.[sentence];
      assert.ok(source !== undefined, `${source_id} ${sentence}`);
      assert.ok(overlap(source.text, line.text) > 0.2, `${source.text} / ${line.text}`);
      const key = `${source_id} ${sentence}`;
      const split =
        before?.source_refs.some((ref) => ref.source_id === source_id && ref.sentence === sentence) === true;
      assert.ok(!said.has(key) || split, `said twice: ${source.text}`);
      said.add(key);
    }
    if (!line.text.endsWith('?') || line.source_refs.length > 0) continue;
    assert.ok(!questions.has(line.text), `asked twice: ${line.text}`);
    questions.add(line.text);
    assert.ok(after !== undefined && after.speaker !== line.speaker, `nobody answers: ${line.text}`);
    if (!/source/.test(line.text)) assertFits(line.text, after.text);
  }
  const factual = lines.filter(({ source_refs }) => source_refs.length > 0);
  function words(some: typeof lines): number {
    return some.reduce((sum, { text }) => sum + countWords(text), 0);
  }
  assert.ok(words(factual) > words(lines) * (asked.minutes < 2 ? 0.45 : 0.6), 'more talk than content');
  assert.deepEqual(
    new Set(lines.map(({ speaker }) => speaker)),
    new Set(asked.speakers.map(({ name }) => name)),
  );
}

/** The question is one of those that the answer gives a cue for, or names what it is about. */
function assertFits(question: string, answer: string): void {
  if ([...openingQuestions, ...openQuestions].includes(question)) return;
  const cue = cues.find(({ questions }) => questions.includes(question));
  const bare = answer.replace(/^[^:.]{3,60}: (?=[“\p{Lu}])/u, '');
  if (cue !== undefined) {
    assert.ok(cue.test.test(bare) || cue.test.test(answer), `${question} -> ${answer}`);
    return;
  }
  const subject = aboutQuestions
    .map(
      (pattern) => new RegExp(`^${pattern.replace('{}', '(.+)').replace(/\?$/, '\\?')}$`).exec(question)?.[1],
    )
    .find((found) => found !== undefined);
  assert.ok(subject !== undefined, `unknown question: ${question}`);
  assert.ok(overlap(subject, answer) === 1, `${question} -> ${answer}`);
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Part of the first text's words that the second has. */
function overlap(one: string, other: string): number {
  const there = new Set(words(other));
  const needed = words(one);
  return needed.filter((word) => there.has(word)).length / Math.max(1, needed.length);
}

function pairs<T>(items: readonly T[]): [T | undefined, T, T | undefined][] {
  return items.map((item, at) => [items[at - 1], item, items[at + 1]]);
}

/** About Flite's pace: 165 words a minute, slower over long words. */
function estimateMs(line: SpokenLine): number {
  return pauseBeforeMs[line.turn] + line.text.length * 62;
}

/** Counted again from the finished script, as the voice step will speak it. */
function lengthOf(script: PodcastScript): number {
  const turns = turnsOf(script);
  return linesOf(script).reduce((sum, line, at) => {
    return sum + line.text.length * 62 + pauseAfterMs(turns[at + 1]);
  }, pauseBeforeMs.start);
}

function textSource(text: string): HarvestedSource {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { source_id: 's', kind: 'text', title: 'A Text', sha256, word_count: 0, language: undefined, text };
}

function hasCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof AethercastError && error.code === code;
}
