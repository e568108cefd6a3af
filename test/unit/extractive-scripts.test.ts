import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createScriptWriter } from '../../activities/models/language/create-script-writer.js';
import { atOnce } from '../../activities/models/language/extractive/in-turns.js';
import { leftOutPieces, unsaidPieces } from '../../activities/models/language/extractive/left-out-pieces.js';
import { readTexts } from '../../activities/models/language/extractive/read-sources.js';
import { splitSentences } from '../../activities/models/language/extractive/split-sentences.js';
import { checkScript } from '../../activities/script/check-script.js';
import type { HarvestedSource } from '../../activities/script/harvested-source.js';
import type { WriteRequest } from '../../activities/script/script-writer.js';
import { pauseBeforeMs } from '../../activities/script/turns.js';
import { writeWhole } from '../../activities/script-weaver/write-whole.js';
import { linesOf, type PodcastScript, type ScriptLine } from '../../workflows/contract/script.js';

const writer = createScriptWriter();
const identity = { scriptId: 'pswa_script_0123abcd', model: writer.model };

const lighthouse = [
  'The lighthouse opened in 1759 after three years of work on the rock.',
  'Smeaton used granite blocks that lock into each other.',
  'About thirty men worked there each summer and could only land when the sea was calm.',
  'The upper part was taken down and stands on Plymouth Hoe today.',
  'Visitors come from April to October, and the tower is lit on winter evenings.',
].join(' ');

function sourceOf(text: string, more: Partial<HarvestedSource> = {}): HarvestedSource {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return {
    source_id: 's',
    kind: 'text',
    title: 'A Text',
    sha256,
    word_count: 0,
    language: 'en',
    text,
    ...more,
  };
}

function requestOf(sources: HarvestedSource[], minutes: number, speakers = 2): WriteRequest {
  return {
    sources,
    minutes,
    language: 'en-US',
    persona: 'InformativeHost',
    speakers: ['Ada', 'Ben', 'Cleo'].slice(0, speakers).map((name) => ({ name, voice: name })),
    estimateMs: ({ text, turn }) => pauseBeforeMs[turn] + text.length * 62,
  };
}

function scriptOf(text: string, minutes = 5, speakers = 2): Promise<PodcastScript> {
  return writeWhole(writer, requestOf([sourceOf(text)], minutes, speakers), identity.scriptId);
}

/** What the script says of its sources. */
function statedIn(script: PodcastScript): string {
  return linesOf(script)
    .filter(({ source_refs }) => source_refs.length > 0)
    .map(({ text }) => text)
    .join(' ');
}

describe('what is said of a source', () => {
  it('is a list for a list: bullets joined, steps numbered, all of them in their order', async () => {
    const items = ['a pot one size larger', 'fresh compost', 'a watering can'].map((item) => `• ${item}`);
    const steps = [
      'Water the plant',
      'Turn the pot over',
      'Paris daisies need less room',
      'Set it in the shade',
    ];
    const numbered = steps.map((step, at) => `${at + 1}. ${step}`);
    const text = [
      'Ferns are moved in spring. You need three things.',
      ...items,
      ...numbered,
      lighthouse,
    ].join('\n\n');
    const said = statedIn(await scriptOf(text));
    assert.match(said, /You need three things\. A pot one size larger, fresh compost and a watering can\./);
    assert.match(said, /First, water the plant\. Second, turn the pot over\./);
    assert.match(said, /Third, Paris daisies need less room\. Fourth, set it in the shade\./);
  });

  it('is an interview for an interview: the other host asks, and nobody reads a name with a colon', async () => {
    const turns = [
      'Interviewer: When did the lighthouse open?',
      'John Smith: It opened in 1759 after three years of work. I have its plans at home.',
      'Interviewer: How many people worked on it?',
      `John Smith: About thirty men. ${lighthouse}`,
    ];
    const script = await scriptOf(turns.join('\n\n'));
    const lines = linesOf(script);
    const asked = lines.find(({ text }) => text === 'When did the lighthouse open?');
    assert.equal(asked?.speaker, 'Ben');
    assert.equal(asked.source_refs.length, 1);
    const answer = lines[lines.indexOf(asked) + 1];
    assert.equal(answer?.speaker, 'Ada');
    assert.match(answer.text, /^John Smith says: It opened in 1759/);
    assert.doesNotMatch(script.full_raw_script, /Interviewer|John Smith:/);
  });

  it('is a poem line by line', async () => {
    const stanza =
      'Tyger Tyger, burning bright,\nIn the forests of the night\nWhat immortal hand or eye,\nCould frame thee?';
    const said = statedIn(await scriptOf(`${stanza}\n\n${stanza.replace('Tyger', 'Lion')}\n\n${lighthouse}`));
    assert.match(
      said,
      /Tyger Tyger, burning bright, In the forests of the night, What immortal hand or eye, Could frame thee\?/,
    );
    assert.ok(said.indexOf('Lion Tyger') > said.indexOf('Tyger Tyger'));
  });

  it('is an account in the author’s name, where somebody says "I"', async () => {
    const said = statedIn(await scriptOf(`${lighthouse}\n\nIn May I climbed the tower with my brother.`, 5));
    assert.match(said, /The author (?:writes|goes on): In May I climbed the tower/);
  });

  it('is a question where the source asks one and answers it', async () => {
    const text = `${lighthouse}\n\nWhy was the tower taken down? The rock beneath it began to crack in the 1870s.`;
    const lines = linesOf(await scriptOf(text));
    const at = lines.findIndex((line) => line.text === 'Why was the tower taken down?');
    assert.ok(at > 0);
    assert.match(lines[at + 1]?.text ?? '', /The rock beneath it began to crack/);
    assert.notEqual(lines[at + 1]?.speaker, lines[at]?.speaker);
  });

  it('is data as often as the source has it, and a statement once', async () => {
    const day = 'Green: 1 cup, 2 eggs.';
    const statement = 'The keeper eats the same on every day of the week.';
    const said = statedIn(await scriptOf([day, statement, day, statement, lighthouse].join('\n\n')));
    assert.equal(said.split(day).length, 3);
    assert.equal(said.split(statement).length, 2);
  });

  it('is all of a text about copyright, cookies and advertising', async () => {
    const text =
      'Copyright began with the Statute of Anne in 1710. The statute gave authors fourteen years of copyright in their books. Websites use cookies to remember who is reading them. Advertising pays for most of the free press. The bill was sponsored by Senator Smith in 1998. JavaScript was written in ten days in 1995. The law was updated: the new term is longer. Your browser sends a header with every request.';
    const said = statedIn(await scriptOf(text));
    for (const { text: sentence } of splitSentences(text)) assert.ok(said.includes(sentence), sentence);
  });
});

describe('one story in several sources', () => {
  const first =
    'The harbour bridge reopened on Monday after eighteen months of repairs that cost $42 million. About 60,000 vehicles use it every day. Engineers replaced 1,200 steel hangers. The mayor cut the ribbon at noon. The ferry service will end on Friday. A choir of the harbour school sang two old songs.';
  const second =
    'After a year and a half of repair work costing 42 million dollars, the harbour bridge was opened again on Monday. Some 60,000 cars cross it daily. A total of 1,200 steel hangers were replaced by engineers. At noon the ribbon was cut by the mayor. On Friday the ferry service comes to an end. The old toll house has become a museum of the river.';

  function told(one: string, other: string): Promise<PodcastScript> {
    const sources = [
      sourceOf(one, { source_id: 'a', title: 'Bridge reopens', site_name: 'The Herald' }),
      sourceOf(other, { source_id: 'b', title: 'Bridge open again', site_name: 'The Courier' }),
    ];
    return writeWhole(writer, requestOf(sources, 5), identity.scriptId);
  }

  it('is told once, with what only one of them has', async () => {
    const said = statedIn(await told(first, second));
    for (const fact of [/60,000/g, /1,200/g, /ribbon/g, /ferry/g, /42 million/g, /choir/g, /museum/g])
      assert.equal(said.match(fact)?.length, 1, String(fact));
  });

  it('names both numbers where they differ, each with its source', async () => {
    const said = statedIn(
      await told(
        `${first} The collapse of the scaffold in March killed 12 workers.`,
        `${second} The collapse of the scaffold in March killed 8 workers.`,
      ),
    );
    assert.match(
      said,
      /The (Herald|Courier)[^.]*: The collapse of the scaffold in March killed \d+ workers\. [^.]*(Herald|Courier)[^.]*: The collapse of the scaffold in March killed \d+ workers\./,
    );
    assert.match(said, /killed 12 workers/);
    assert.match(said, /killed 8 workers/);
  });

  it('is two stories where only words are alike', async () => {
    const said = statedIn(
      await told(
        `${lighthouse} The tower in Plymouth has a green door of oak.`,
        'The castle opened in 1901 after nine years of work on the hill. Miller used red bricks from his own yard. The garden in York has a green gate of iron. The stables were sold in the spring of the next year. A railway brings the visitors from London on Sundays.',
      ),
    );
    for (const fact of ['1759', '1901', 'granite', 'bricks', 'oak', 'iron'])
      assert.ok(said.includes(fact), fact);
  });
});

describe('a script of the extractive writer', () => {
  const war =
    'World War I began in July 1914 and ended in November 1918. About nine million soldiers died in four years. The armistice was signed in a railway carriage in the forest of Compiègne. Germany lost all of its colonies under the treaty of peace. The map of Europe was drawn again by the men who met at Versailles. Many soldiers had never left their villages before the summer of that year. The trenches ran from the sea to the border of Switzerland. Most of the fighting in the west took place in France and Belgium. Russia left the war after its revolution. The Ottoman Empire lost its lands in Arabia. The League of Nations met for the first time in January 1920.';

  it('opens with a telling sentence of the source, and ends with the source’s last one, each said once', async () => {
    const script = await scriptOf(war);
    const [first] = linesOf(script);
    assert.equal(first?.text, 'World War I began in July 1914 and ended in November 1918.');
    assert.deepEqual(first.source_refs, [{ source_id: 's', sentence: 0 }]);
    assert.match(script.segments.at(-1)?.content ?? '', /The League of Nations met for the first time/);
    for (const { text } of splitSentences(war))
      assert.equal(script.full_raw_script.split(text).length, 2, text);
  });

  it('names its title where no sentence tells enough, and never says "Today:"', async () => {
    const [first] = linesOf(await scriptOf(lighthouse));
    assert.match(first?.text ?? '', /^A Text\b/);
    assert.doesNotMatch(first?.text ?? '', /^Today/);
  });

  it('lets no voice say more than five sentences at a stretch, however short they are', async () => {
    const short = Array.from({ length: 40 }, (_, at) => `It was the ${at + 2}th storm.`).join(' ');
    for (const speakers of [2, 3]) {
      const { checks } = await scriptOf(`${lighthouse}\n\nThe keepers counted storms. ${short}`, 6, speakers);
      assert.ok((checks?.monologue_sentences ?? 99) <= 5, `${checks?.monologue_sentences}`);
      assert.equal(checks?.unanswered_questions, 0);
    }
  });

  it('accounts for every fact of a long text: it is said, or listed with the reason why not', async () => {
    const { text, facts } = plantedText();
    for (const minutes of [3, 20]) {
      const sources = [sourceOf(text)];
      const script = await writeWhole(writer, requestOf(sources, minutes), identity.scriptId);
      const refs = new Set(
        linesOf(script).flatMap(({ source_refs }) => source_refs.map((ref) => ref.sentence)),
      );
      const material = atOnce(readTexts(sources, undefined));
      const pieces = [
        ...leftOutPieces(sources, material),
        ...unsaidPieces(sources, material.passages, ({ index }) => refs.has(index)),
      ].flat();
      const said = script.full_raw_script;
      const lost = facts.filter(
        (fact) => !said.includes(fact) && !pieces.some((piece) => piece.text.includes(fact)),
      );
      assert.deepEqual(lost, [], `${minutes} minutes`);
      const counted = script.left_out?.reduce((sum, count) => sum + count.pieces, 0);
      assert.equal(counted, pieces.length);
      assert.ok(minutes === 20 || script.left_out?.some(({ reason }) => reason === 'no_room'));
    }
  });
});

/** Some 3,000 words with forty facts in sentences of every kind. */
function plantedText(): { text: string; facts: string[] } {
  const names = [
    'Averill',
    'Brandt',
    'Corwen',
    'Dunmore',
    'Ellery',
    'Fairfax',
    'Gosling',
    'Hatherley',
    'Ingram',
    'Jessop',
  ];
  const kinds: ((name: string, at: number) => [sentence: string, fact: string])[] = [
    (name, at) => [`Captain ${name} landed ${411 + at} barrels of oil on the rock.`, `${411 + at} barrels`],
    (name, at) => [`iLamp ${at + 1} was lit by Mrs. ${name}-Vane, who kept it for years:`, `${name}-Vane`],
    (name, at) => [
      `“It was cold,” said Dr. ${name}, “and on ${at + 3} May 18${at + 20} I went home.”`,
      `${at + 3} May 18${at + 20}`,
    ],
    (name, at) => [
      `Why did ${name}street flood (Arabic: شارع) in 17${at + 30}? Nobody knows`,
      `17${at + 30}`,
    ],
  ];
  const filler =
    'The sea was high that winter, and the boats stayed in the harbour while the keepers mended their nets and wrote to their families on the coast.';
  const facts: string[] = [];
  const paragraphs = names.flatMap((name, at) =>
    kinds.map((kind, place) => {
      const [sentence, fact] = kind(name, at);
      facts.push(fact);
      return `${filler.replace('winter', `winter of year ${at * 4 + place}`)} ${sentence}\n\n${filler.replace('sea', `sea off ${name} point ${place}`)} Nobody had seen the like of it at station ${place} of ${name} before.`;
    }),
  );
  return { text: paragraphs.join('\n\n'), facts };
}

describe('the checks of a script', () => {
  function line(speaker: string, text: string, refs = 1): ScriptLine {
    const source_refs = Array.from({ length: refs }, () => ({ source_id: 's', sentence: 0 }));
    return { line_id: 'l000', speaker, text, source_refs };
  }

  function checked(...lines: ScriptLine[]) {
    const speakers = [...new Set(lines.map(({ speaker }) => speaker))].map((name) => ({ name, voice: name }));
    return checkScript({ segments: [{ segment_title: 'INTRO', content: '', lines }], speakers });
  }

  it('find a monologue, a question without an answer, repeated openings and too much talk', () => {
    const long = 'It rose. It fell. It rose again.';
    const checks = checked(
      line('Ada', long),
      line('Ada', long),
      line('Ben', 'So what about the sea?', 0),
      line('Ben', 'So what about the land?', 0),
      line('Ben', 'So what about the sky?', 0),
      line('Ben', 'So what about all of the other things that there are in the world?', 0),
    );
    assert.deepEqual(checks.faults, ['monologue', 'unanswered_question', 'repeated_openings', 'filler']);
    assert.deepEqual(
      [checks.monologue_sentences, checks.unanswered_questions, checks.repeated_openings],
      [6, 4, 3],
    );
    assert.ok(checks.filler_share > 0.5);
  });

  it('find nothing in a fair talk, and no monologue where one voice is alone', () => {
    const rose = 'The sea rose by two metres in a single night of the year 1703.';
    assert.deepEqual(
      checked(line('Ada', rose), line('Ben', 'And then?', 0), line('Ada', `${rose} ${rose}`)).faults,
      [],
    );
    assert.equal(checked(...Array.from({ length: 9 }, () => line('Ada', rose))).monologue_sentences, 0);
  });
});
