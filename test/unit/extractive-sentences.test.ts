import assert from 'node:assert/strict';
import { askQuestion, nothingAsked } from '../../activities/models/language/extractive/ask-question.js';
import { leansOnPrevious } from '../../activities/models/language/extractive/leans-on-previous.js';
import { cues, cuesOf } from '../../activities/models/language/extractive/question-cues.js';
import { splitLongLine } from '../../activities/models/language/extractive/split-long-line.js';
import { countWords } from '../../platform/count-words.js';
import { splitSentences } from '../../activities/models/language/extractive/split-sentences.js';
import { isUsable, quotesAuthor } from '../../activities/models/language/extractive/usable.js';

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
    'Visit https://example.org for more of the details today.',
    'I would recommend any reader to try it at home.',
    'Is this the end of the road for the mill?',
    'Too short a note.',
  ]) {
    it(`leaves out: ${text}`, () => assert.equal(isUsable(one(text), { quotesAuthor: false }), false));
  }

  it('keeps plain statements, and "I" where the whole source is an account', () => {
    assert.equal(isUsable(one('The mill was built in 1780 by two brothers.'), { quotesAuthor: false }), true);
    assert.equal(isUsable(one('I built the mill in 1780 with my brother.'), { quotesAuthor: true }), true);
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
