import assert from 'node:assert/strict';
import { normaliseText } from '../../activities/models/speech/normalise-text/normalise-text.js';
import { names, wordList } from '../support/word-list.js';

const words = wordList();
/** Words that a numeral may follow. */
const numbered =
  'part book class chapter act type phase volume title article section level stage grade mark group table round division figure scene factor episode category schedule king queen pope'.split(
    ' ',
  );

/** The same row of numbers in each run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function unchanged(sentence: string): void {
  assert.equal(normaliseText(sentence, 'en-US'), sentence);
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

describe('words come out as they went in', () => {
  it('in random sentences', () => {
    assert.ok(words.length > 2000, `${words.length} words`);
    const pick = numbersFrom(3);
    for (let round = 0; round < 2500; round++) {
      const sentence = Array.from({ length: 4 + pick(12) }, () => {
        const word = words[pick(words.length)]!;
        const kind = pick(12);
        if (kind === 0) return names[pick(names.length)]!;
        if (kind === 1) return 'I';
        return kind === 2 ? capitalised(word) : kind === 3 ? `${word},` : word;
      })
        .concat('here')
        .join(' ');
      unchanged(`${capitalised(sentence)}${'.!?'[pick(3)]!}`);
    }
  });

  it('behind every word that a numeral may follow', () => {
    const initial = [...words, ...names, 'I'].filter((word) => /^[ivxlcdm]/i.test(word));
    for (const before of numbered)
      for (const lead of [before, capitalised(before)])
        for (let at = 0; at < initial.length; at += 40) {
          const pairs = initial.slice(at, at + 40).map((word) => `${lead} ${word} once`);
          unchanged(`It was ${pairs.join(' and ')}.`);
        }
  });

  it('behind every name', () => {
    const initial = words.filter((word) => /^[ivxlcdm]/.test(word));
    const pick = numbersFrom(5);
    for (const name of names)
      for (let round = 0; round < 5; round++)
        unchanged(`There ${Array.from({ length: 12 }, () => initial[pick(initial.length)]!).map((word) => `${name} ${word} ${name} ${capitalised(word)}`).join(' ')}.`); // prettier-ignore
  });

  it('in both cases, alone', () => {
    for (let at = 0; at < words.length; at += 10)
      unchanged(`So ${words.slice(at, at + 10).map((word) => `${word} is ${capitalised(word)}`).join(', ')}.`); // prettier-ignore
  });

  for (const sentence of [
    'He took part in the war and came home.',
    'The group is led by a woman from Leeds.',
    'George Lucas wrote the first film, and Leo Varadkar resigned.',
    'Henry I think is gone, and the book I read is lost.',
    'In part I agree with the class I teach.',
    'The nearest star is the Sun. Mars is farther.',
    'The letter was written by Jan. She had been a nurse.',
    'He sat. The cat sat. We wed. They may march on the mar.',
    'She went to Mass. The priest said no. It was all.',
    'Malcolm X was there, and Generation X, too.',
    'A mix of vitamin C and hepatitis D in group M.',
  ])
    it(sentence, () => {
      unchanged(sentence);
    });

  it('without a zero that nothing stood for, and the same when read again', () => {
    const pieces = ['part', 'Henry', 'VIII', 'IV', 'I', 'XL', 'Sun.', 'Jan.', 'a', 'the', '.', ',', "'s", '$', '€', '/', '-', '–', '^', '²', '⁸', '*', '#', '@', 'm', 'km', 'k', 'Pope', 'Vol.', 'No.', 'century', 'U.S.', '\\frac{', '}', '(', ')', '=', 'St.', 'Ave', 'a.m.', 'OR', 'IN', 'THE', 'IS', 's']; // prettier-ignore
    const pick = numbersFrom(7);
    for (let round = 0; round < 3000; round++) {
      const text = `so ${Array.from({ length: 10 }, () => pieces[pick(pieces.length)]! + ' '.repeat(pick(2))).join('')}`; // prettier-ignore
      const said = normaliseText(text, 'en-US');
      assert.doesNotMatch(said, /zero/, text);
      assert.equal(normaliseText(said, 'en-US'), said, text);
    }
  });

  it('whatever the numbers are, nothing is refused and nothing changes when read again', () => {
    const pieces = ['1', '0', '23', '456', '1999', '2025', '12,000', '3.5', '.5', "12'000", '1/2', '5th', 'I', 'IV', '$', '€', '₹', '%', 'm', 'km', 'M', 'k', 'Q', 'BC', 's', ':', '-', '–', '.', ',', '/', '*', '^', ' ', ' ', ' ', 'Jan', 'May', 'Sun.', 'a.m.', 'pm', 'a', 'the', 'bill', 'Main St.', 'NY', 'x', '²', '°', '@', '#', '(', ')', 'lakh', 'v', 'No.', 'vol.']; // prettier-ignore
    const pick = numbersFrom(11);
    for (let round = 0; round < 3000; round++) {
      const text = `so ${Array.from({ length: 9 }, () => pieces[pick(pieces.length)]!).join('')}`;
      const said = normaliseText(text, 'en-US');
      assert.match(said, /^[\p{Script=Latin}\p{M} .,;:?!'-]+$/u, text);
      assert.equal(normaliseText(said, 'en-US'), said, text);
    }
  });
});
