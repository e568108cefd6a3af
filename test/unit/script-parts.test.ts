import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { inTurns } from '../../activities/models/language/extractive/in-turns.js';
import type {
  ScriptPart,
  ScriptWriter,
  WriteRequest,
  WrittenSection,
} from '../../activities/script/script-writer.js';
import { addPart } from '../../activities/script-weaver/add-part.js';
import { shortenOpening } from '../../activities/script-weaver/shorten-opening.js';
import { maxParts, writeWhole } from '../../activities/script-weaver/write-whole.js';
import { linesOf } from '../../workflows/contract/script.js';

const identity = { scriptId: 'pswa_script_0123abcd', model: 'm' };

function part(titles: string[], done: boolean, more: Partial<ScriptPart> = {}): ScriptPart {
  return {
    head: {
      topic: 'T',
      title: 'T',
      language: 'en-US',
      speakers: [{ name: 'Ada', voice: 'slt' }],
      sources: [],
      source: 'generation_extractive',
      persona_used: 'InformativeHost',
      target_minutes: 1,
    },
    sections: titles.map((title) => section(title, `This is ${title}.`)),
    estimated_minutes: 0.1,
    warnings: [],
    done,
    ...more,
  };
}

function section(segment_title: string, ...texts: string[]): WrittenSection {
  return { segment_title, lines: texts.map((text) => ({ speaker: 'Ada', text, source_refs: [] })) };
}

describe('the opening line', () => {
  const long =
    'that was built in 1821 on a rock three miles from the coast, where forty ships had been wrecked';
  for (const [what, text, expected] of [
    ['stays whole when it is short', 'Today: The Lighthouse. It is old.', undefined],
    [
      'ends with its first sentence',
      `Hello. Good evening, all. Tonight: a lighthouse ${long}.`,
      ['Hello.', `Good evening, all. Tonight: a lighthouse ${long}.`],
    ],
    [
      'does not end with an abbreviation',
      `With Dr. Ada Moss we visit the lighthouse, ${long}.`,
      ['With Dr. Ada Moss we visit the lighthouse,', `${long}.`],
    ],
    [
      'ends with its last early clause where the first sentence is long',
      `Tonight, in this episode, we visit a lighthouse ${long}.`,
      ['Tonight, in this episode,', `we visit a lighthouse ${long}.`],
    ],
    [
      'is not cut inside a quotation',
      `She said “Stop. Look at all of the stones of the lighthouse ${long}”.`,
      undefined,
    ],
    ['stays whole where nothing separates', `We visit a lighthouse ${long.replaceAll(',', '')}.`, undefined],
  ] as const)
    it(what, () => {
      const sections = [section('INTRO', text, 'Next.'), section('Body', 'More.')];
      const [intro, ...others] = shortenOpening(sections);
      assert.deepEqual(
        intro?.lines.map((line) => line.text),
        expected === undefined ? [text, 'Next.'] : [...expected, 'Next.'],
      );
      assert.deepEqual(others, sections.slice(1));
    });
});

describe('a script in parts', () => {
  it('goes on where it ended: ids, words, warnings and text of the whole, the first part’s head', () => {
    const warning = { code: 'A', message: 'a' };
    const opening = addPart(undefined, part(['INTRO'], false, { warnings: [warning], state: 7 }), identity);
    assert.deepEqual([opening.complete, opening.writer_state], [false, 7]);
    const other = part(['Body', 'OUTRO'], true, { warnings: [{ ...warning, code: 'B' }] });
    const whole = addPart(opening, { ...other, head: { ...other.head, title: 'Other' } }, identity);
    assert.deepEqual([whole.complete, whole.writer_state, whole.title], [true, undefined, 'T']);
    assert.deepEqual(
      linesOf(whole).map(({ line_id }) => line_id),
      ['l000', 'l001', 'l002'],
    );
    assert.deepEqual(
      whole.warnings.map(({ code }) => code),
      ['A', 'B'],
    );
    assert.equal(whole.word_count, 9);
    assert.match(whole.full_raw_script, /^\[TITLE\]\nT\n\n\[INTRO\]\nAda: .*\[Body\].*\[OUTRO\]/s);
  });

  for (const [what, wrong] of [
    ['an opening that is no INTRO', part(['Body'], false)],
    ['no section', part([], false)],
    ['an unknown speaker', part(['INTRO'], false, { head: { ...part([], true).head, speakers: [] } })],
    ['an end without OUTRO', part(['INTRO', 'Body', 'More'], true)],
    ['an end after two sections', part(['INTRO', 'OUTRO'], true)],
  ] as const)
    it(`is refused for ${what}`, () => {
      assert.throws(() => addPart(undefined, wrong, identity), { code: 'PSWA_BAD_SCRIPT_STRUCTURE' });
    });

  it('is stopped when its writer comes to no end', async () => {
    let asked = 0;
    const endless: Pick<ScriptWriter, 'writePart' | 'model'> = {
      model: 'm',
      writePart: (_request, soFar) => {
        asked += 1;
        return Promise.resolve(part([soFar === undefined ? 'INTRO' : `Section ${asked}`], false));
      },
    };
    await assert.rejects(writeWhole(endless, {} as WriteRequest, identity.scriptId), {
      code: 'PSWA_BAD_SCRIPT_STRUCTURE',
    });
    assert.equal(asked, maxParts);
  });
});

describe('long work', () => {
  function* busy(ms: number) {
    const ends = performance.now() + ms;
    while (performance.now() < ends) yield;
    return 'done';
  }

  it('lets others have their turn every few ms', async () => {
    let over = false;
    let turns = 0;
    const others = (async () => {
      for (; !over; turns += 1) await setImmediate();
    })();
    assert.equal(await inTurns(busy(100)), 'done');
    over = true;
    await others;
    assert.ok(turns >= 5, `${turns} turns`);
  });

  it('ends when it is told to, with the reason given', async () => {
    const reason = new Error('cancelled');
    const stop = new AbortController();
    const working = inTurns(busy(10_000), stop.signal);
    stop.abort(reason);
    await assert.rejects(working, reason);
  });
});
