import assert from 'node:assert/strict';
import { askQuestion, nothingAsked } from '../../activities/models/language/extractive/ask-question.js';
import { leansOnPrevious } from '../../activities/models/language/extractive/leans-on-previous.js';
import { cues, cuesOf } from '../../activities/models/language/extractive/question-cues.js';
import { splitLongLine } from '../../activities/models/language/extractive/split-long-line.js';
import { countWords } from '../../platform/count-words.js';
import { splitSentences } from '../../activities/models/language/extractive/split-sentences.js';
import {
  isUsable,
  quotesAuthor,
  saysI,
  whyLeftOut,
} from '../../activities/models/language/extractive/usable.js';

function texts(text: string): string[] {
  return splitSentences(text).map((sentence) => sentence.text);
}

function one(text: string): ReturnType<typeof splitSentences>[number] {
  const sentences = splitSentences(text);
  assert.equal(sentences.length, 1, text);
  return sentences[0]!;
}

describe('splitSentences', () => {
  for (const whole of [
    'Dr. J. R. Smith of the U.S. Army met Mr. Brown at 3.5 miles.',
    'The vote, No. 12 on the list, passed at 9 a.m. on Jan. 5 in St. Louis.',
    '“We will go. We must go,” she said on the steps.',
    'He answered "It is late. Go home." and left the room.',
    'Prices rose 3.25 percent, e.g. for Bread and Milk.',
    'A. B. Carter (see p. 5) agreed with Gen. Grant.',
    'The U.S.’s economy grew by two percent in the last quarter of the year.',
    'They met on Sunset Blvd., e.g. to talk about the F.B.I. and the W.H.O.',
    'The firm Acme Inc. has its seat in Washington, D.C. and sells to the UK.',
    'The shop opened at 9 a.m. on Mon. and closed at 5 p.m. on Fri. last week.',
    'The paper appeared in vol. 3, no. 10, pp. 12–14 of the journal.',
    'The page www.example.com and the Volkswagen ID.3 were shown by Node.js.',
    'A screen of 34" and one of 70" stood in the hall of the fair.',
    '... and so the mill stood still.',
  ]) {
    it(`keeps whole: ${whole}`, () => assert.deepEqual(texts(whole), [whole]));
  }

  it('splits sentences, counts them from 0 and passes over headings', () => {
    const sentences = splitSentences(
      'The First Part\n\nOne is here. Two is here.\n\n2. The Second Part\n\nThree is here.',
    );
    assert.deepEqual(
      sentences.map(({ index, heading, text }) => [index, heading, text]),
      [
        [0, 'The First Part', 'One is here.'],
        [1, 'The First Part', 'Two is here.'],
        [2, 'The Second Part', 'Three is here.'],
      ],
    );
  });

  for (const [first, second] of [
    ['Eight planets travel around the Sun.', 'Mars needs almost two years.'],
    ['The letter was written by Jan.', 'She had been a nurse.'],
    ['It is made by Acme Inc.', 'The firm is old.'],
    ['The answer was no.', 'The others went home.'],
    ['It was sold in the U.S.', 'It was not sold in Canada.'],
    ['Nobody had asked for it.', 'iPhone owners got it all the same.'],
    ['What is it made of?', 'Stone.'],
    ['“It is late.”', '“Go home.”'],
    ['It ended in World War I.', 'The tower was built again.'],
  ] as const) {
    it(`cuts between: ${first} ${second}`, () =>
      assert.deepEqual(texts(`${first} ${second}`), [first, second]));
  }

  it('cuts text without full stops into phrases of one breath, and loses no word', () => {
    const spoken =
      'so today we talk about the lighthouse at eddystone it was first built by henry winstanley in 1698 and it was made of wood and iron and it stood for five years until the great storm of 1703 took it away and him with it the second tower was built by john rudyerd in 1709';
    const phrases = texts(spoken);
    assert.equal(phrases.join(' '), spoken);
    assert.ok(phrases.length >= 4);
    for (const phrase of phrases) assert.ok(countWords(phrase) <= 24, phrase);
  });

  it('takes for a heading only what stands above prose', () => {
    const sentences = splitSentences(
      'The Weather\n\nIt was cold on the rock.\n\nDrink before your workout\n\nEat after your workout\n\nRest for half an hour',
    );
    assert.deepEqual(
      sentences.map(({ heading, form, text }) => [heading, form, text]),
      [
        ['The Weather', undefined, 'It was cold on the rock.'],
        ['The Weather', 'line', 'Drink before your workout'],
        ['The Weather', 'line', 'Eat after your workout'],
        ['The Weather', 'line', 'Rest for half an hour'],
      ],
    );
  });

  it('takes a long statement without a full stop for prose, and a long title for a heading', () => {
    const prose = 'It stands on the coast.';
    const statement = 'This has freed the ten million pounds that the club had set aside';
    const title = 'The Rise and the Fall of the First Lighthouse at Eddystone Rock';
    const [first] = splitSentences(`${statement}\n\n${prose}`);
    assert.deepEqual([first?.text, first?.heading], [statement, undefined]);
    assert.equal(splitSentences(`${title}\n\n${prose}`)[0]?.heading, title);
  });

  it('knows the items of lists, and numbers them', () => {
    const sentences = splitSentences(
      'You need two things.\n\n• a pot one size larger\n\n• fresh compost\n\n1. Water the plant. Wait an hour.\n\n2. Turn the pot over',
    );
    assert.deepEqual(
      sentences.map(({ form, item, text }) => [form, item, text]),
      [
        [undefined, undefined, 'You need two things.'],
        ['bullet', 1, 'a pot one size larger'],
        ['bullet', 2, 'fresh compost'],
        ['step', 1, 'Water the plant.'],
        ['step', undefined, 'Wait an hour.'],
        ['step', 2, 'Turn the pot over'],
      ],
    );
  });

  it('knows who asks and who answers in an interview, and drops the names', () => {
    const sentences = splitSentences(
      'Interviewer: When did it open?\n\nJohn Smith: It opened in 1759.\n\nInterviewer: Who paid?\n\nJohn Smith: Trinity House',
    );
    assert.deepEqual(
      sentences.map(({ label, asks, text }) => [label, asks, text]),
      [
        ['Interviewer', true, 'When did it open?'],
        ['John Smith', undefined, 'It opened in 1759.'],
        ['Interviewer', true, 'Who paid?'],
        ['John Smith', undefined, 'Trinity House'],
      ],
    );
  });

  it('reads a poem line by line', () => {
    const stanza = 'Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye';
    assert.deepEqual(
      splitSentences(stanza).map(({ form, text }) => [form, text]),
      stanza.split('\n').map((line) => ['verse', line]),
    );
  });

  it('lets a forgotten quotation mark swallow no more than a few sentences', () => {
    const text = `He said "it began. ${'The town is on the river and has a mill. '.repeat(40)}`;
    assert.ok(texts(text).length > 15);
  });
});

describe('leansOnPrevious', () => {
  for (const text of [
    'He said that the bridge was safe.',
    'This made the town rich.',
    'But nobody came to the opening.',
    'In 1962 he went home to Ohio.',
    'Such machines were rare.',
    'The latter was built of stone.',
    'Despite their size, the boats were fast.',
    'However, the plan failed.',
    'A harbour therefore meets high water twice.',
    'George, however, wanted a son.',
    '“We expect many riders.”',
    'The moon would be a small pea.',
  ]) {
    it(`finds that it leans: ${text}`, () => assert.equal(leansOnPrevious(one(text)), true));
  }
  for (const text of [
    'The bridge was safe, the mayor said.',
    'It is believed that the bridge was safe.',
    'Mary Somerville wrote that her first book sold well.',
    'In 1962 the astronaut went home.',
    'Three boats lay in the harbour.',
  ]) {
    it(`finds that it stands alone: ${text}`, () => assert.equal(leansOnPrevious(one(text)), false));
  }
});

describe('isUsable', () => {
  for (const text of [
    'Subscribe to our newsletter for more stories like this one.',
    'All rights reserved by the publisher of this site.',
    'Click here to read the whole report in full.',
    'We use cookies to improve your experience on this site.',
    'See Figure 3 for the exact outline of the plan.',
    'https://example.org/a/b/c?d=e',
    'For more information about the mill and its owners, please visit: www.example.org',
    'Photo: The harbour at night.',
    '* * *',
    'if (a < b) { c = d; }',
  ]) {
    it(`leaves out: ${text}`, () => assert.equal(isUsable(one(text), {}), false));
  }

  for (const text of [
    'Websites use cookies to remember who is reading them.',
    'Copyright began with the Statute of Anne in 1710.',
    'Advertising pays for most of the free press.',
    'JavaScript was written in ten days in 1995.',
    'Your browser sends a header with every request.',
    'World War I began in July 1914.',
    'iPhone owners waited for a week.',
    'Visit https://example.org for more of the details today.',
    'I would recommend any reader to try it at home.',
    'Is this the end of the road for the mill?',
    'Too short a note.',
    'Palm Bay: Tolivert 25 points.',
    'The king Tutankhamun (توت عنخ آمون) was buried here.',
  ]) {
    it(`keeps: ${text}`, () => {
      assert.equal(whyLeftOut(one(text), { canSpeak: isLatin }), undefined);
    });
  }

  it('judges what is said to visitors by its place', () => {
    const advice = 'Subscribe to a daily paper and read it from the first page to the last one.';
    const prose = 'The town is on the river. It has a mill and a market.';
    const middle = `${prose} ${advice} ${prose}`;
    const text = [
      ...Array.from({ length: 3 }, () => prose),
      middle,
      ...Array.from({ length: 3 }, () => prose),
    ].join('\n\n');
    const within = splitSentences(text).find((sentence) => sentence.text === advice);
    assert.equal(whyLeftOut(within!, {}), undefined);
    assert.equal(whyLeftOut(one(advice), {}), 'boilerplate');
  });

  it('keeps plain statements, and "I" where the whole source is an account', () => {
    assert.equal(isUsable(one('The mill was built in 1780 by two brothers.'), {}), true);
    assert.equal(isUsable(one('I built the mill in 1780 with my brother.'), {}), true);
  });

  it('tells the pronoun from the numeral', () => {
    for (const text of ['World War I began in 1914.', 'Elizabeth I was crowned.', 'Type I is rare.'])
      assert.equal(saysI(text), false, text);
    for (const text of ['I was there.', 'When I came, he left.', 'In May I was ill.'])
      assert.equal(saysI(text), true, text);
  });

  it('tells an account from an article that says "we" in passing', () => {
    assert.equal(
      quotesAuthor(splitSentences('We began at dawn. We found the river. It was cold and high.')),
      true,
    );
    assert.equal(
      quotesAuthor(splitSentences('The river is high. It feeds the mill. As we know, mills need water.')),
      false,
    );
  });
});

describe('splitLongLine', () => {
  it('cuts at clauses, loses no word, and leaves no part over 60 words', () => {
    const clause = 'the river rose over the lower meadows and took the fences with it';
    const text = `In spring ${Array.from({ length: 9 }, () => clause).join(', and ')}.`;
    const parts = splitLongLine(text);
    assert.ok(parts.length >= 2);
    for (const part of parts) assert.ok(countWords(part) <= 60, part);
    assert.equal(letters(parts.join('')), letters(text));
    for (const part of parts) assert.match(part, /^[A-Z].*\.$/);
  });

  it('leaves a line of 60 words alone', () => {
    const text = `${'word '.repeat(60).trim()}.`;
    assert.deepEqual(splitLongLine(text), [text]);
  });
});

function isLatin(text: string): boolean {
  return !/\p{Script=Arabic}/u.test(text);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

describe('askQuestion', () => {
  for (const [answer, kind] of [
    ['Some 40 percent of the houses stood empty.', 'figures'],
    ['In the summer of 1901 the first bridge opened.', 'next'],
    ['A new dam will be finished by 2031.', 'future'],
    ['Engineers warned of cracks in the wall.', 'saying'],
    ['It was built because of the floods.', 'reason'],
    ['Nobody knows who laid the first stone.', 'unknown'],
    ['Repairs cost $3 million.', 'money'],
  ] as const) {
    it(`takes the cue "${kind}" from: ${answer}`, () => {
      assert.ok(cuesOf(answer).includes(kind), cuesOf(answer).join());
    });
  }

  it('asks for what the answer is about, by name', () => {
    assert.match(
      askQuestion(one('The old lighthouse stands on a rock.'), false, nothingAsked()) ?? '',
      /the old lighthouse\?$/,
    );
  });

  it('never asks the same twice, and runs out instead', () => {
    const asked = nothingAsked();
    const answer = one('Then nobody knew why the 40 percent had failed in 1901.');
    const questions = Array.from({ length: 60 }, () => askQuestion(answer, true, asked)).filter(
      (q) => q !== undefined,
    );
    assert.equal(new Set(questions).size, questions.length);
    assert.ok(questions.length < 60);
  });

  it('points back only when the answer follows directly', () => {
    const answer = one('Nothing was rebuilt because there was no timber left.');
    const joining = cues.filter(({ joins }) => joins === true).flatMap(({ questions }) => questions);
    const asked = askQuestion(answer, false, nothingAsked());
    assert.ok(asked === undefined || !joining.includes(asked), asked);
  });
});
