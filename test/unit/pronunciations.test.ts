import assert from 'node:assert/strict';
import { phonemize } from '../../activities/models/speech/local/phonemes/phonemize.js';
import { normaliseText } from '../../activities/models/speech/normalise-text/normalise-text.js';
import { findNames } from '../../activities/models/speech/pronunciations/find-names.js';
import { parsePronunciations } from '../../activities/models/speech/pronunciations/parse-pronunciations.js';
import { readPronunciations } from '../../activities/models/speech/pronunciations/read-pronunciations.js';
import { AethercastError } from '../../platform/aethercast-error.js';

describe('a pronunciation dictionary', () => {
  it('has names with phonemes or a respelling, comments and blank lines', () => {
    const dictionary = parsePronunciations(
      '\ufeff# Astronomers\r\n\r\nTycho  Brahe = tee-ko brah # Danish\nNguyen = win\nO’Neill=/oʊˈniːl/\nC# = see sharp\n',
    );
    assert.deepEqual(
      [...dictionary],
      [
        ['Tycho Brahe', { respelling: 'tee-ko brah' }],
        ['Nguyen', { respelling: 'win' }],
        ["O'Neill", { phonemes: 'oʊˈniːl' }],
        ['C#', { respelling: 'see sharp' }],
      ],
    );
  });

  const wrong: [text: string, says: RegExp][] = [
    ['Tycho', /^Line 1 .*no "="/],
    ['# a\n\n = win', /^Line 3 .*no name/],
    ['Tycho =', /^Line 1 .*how to say "Tycho"/],
    ['Tycho = /ˈtaɪ7oʊ§/', /^Line 1 .*"7", "§"/],
    ['Tycho = //', /^Line 1 .*no phonemes/],
    ['Tycho = /taɪkoʊ', /^Line 1 .*two slashes/],
    ['Tycho = t3ko', /^Line 1 .*without "3"/],
    ['Tycho = --', /^Line 1 .*no letters/],
    ['A = eh\nTycho = a\nA = ay', /^Line 3 .*"A" is in line 1/],
    ['Ty\u0007cho = a', /^Line 1 .*control character/],
    ['@home = at home', /^Line 1 .*begins with a letter/],
    [`${'a'.repeat(201)} = b`, /^Line 1 .*200 characters/],
    [Array.from({ length: 10_001 }, (_, index) => `Name${index} = a`).join('\n'), /^Line 10001 .*more than 10000/],
  ]; // prettier-ignore
  for (const [text, says] of wrong)
    it(`is refused for ${JSON.stringify(text.slice(-24))}, with the number of the line`, () => {
      assert.throws(
        () => parsePronunciations(text),
        (error) =>
          error instanceof AethercastError &&
          error.code === 'VFA_INVALID_PRONUNCIATIONS' &&
          says.test(error.message),
      );
    });
});

describe('names of a dictionary in a text', () => {
  const dictionary = parsePronunciations(
    'Tycho = /ˈtaɪkoʊ/\nTycho Brahe = tee-ko brah\nNguyen = win\nPolish = /ˈpoʊlɪʃ/\nsql = sequel\nGPT-4 = /ˌdʒiːpiːtiːˈfɔːr/\nC++ = see plus plus',
  );
  function read(text: string) {
    return readPronunciations(text, dictionary, 'en-US');
  }

  it('are respelt, or left in place with their phonemes, the longest name first', () => {
    assert.deepEqual(read("Tycho  Brahe met Tycho. Nguyen's cat"), {
      text: "tee-ko brah met Tycho. win's cat",
      pronunciations: { Tycho: 'ˈtaɪkoʊ' },
    });
  });

  it('are no names of a text without them', () => {
    assert.deepEqual(read('A tychonic Nguyens.'), { text: 'A tychonic Nguyens.', pronunciations: {} });
  });

  it('are found in any case when written small, and with their capitals otherwise', () => {
    assert.equal(read('SQL, Sql and sql').text, 'sequel, sequel and sequel');
    assert.deepEqual(read('They polish it.').pronunciations, {});
    assert.deepEqual(read('POLISH').pronunciations, { Polish: 'ˈpoʊlɪʃ' });
  });

  it('are given phonemes as the normalised text has them', () => {
    const { text, pronunciations } = read('So GPT-4 and C++ spoke.');
    assert.deepEqual(pronunciations, { 'GPT four': 'ˌdʒiːpiːtiːˈfɔːr' });
    assert.deepEqual(phonemize(normaliseText(text, 'en-US'), 'en-us', pronunciations), [
      'sˌoʊ dʒˌiːpiːtiːfˈɔːɹ ænd sˈiː plˈʌs plˈʌs spˈoʊk.',
    ]);
  });

  it('may be said in place, which counts more than the dictionary, and its marks are not spoken', () => {
    assert.deepEqual(read('Did [Tycho](/ˈtyːko/) and [Ivo](/ˈiːvoʊ/) speak?'), {
      text: 'Did Tycho and Ivo speak?',
      pronunciations: { Ivo: 'ˈiːvoʊ', Tycho: 'ˈtyːko' },
    });
  });

  for (const link of [
    '[text](https://example.com/ˈa/)',
    '[About](/about/)',
    '[a](/docs/start/)',
    '[a](/ˈx9/)',
  ])
    it(`are not what the link ${link} says`, () => {
      assert.deepEqual(read(`See ${link}.`), { text: `See ${link}.`, pronunciations: {} });
    });

  it('are found among ten thousand in no time', () => {
    const large = parsePronunciations(
      Array.from({ length: 10_000 }, (_, index) => `Name${index} = /a/`).join('\n'),
    );
    findNames('first', large);
    const started = performance.now();
    for (let round = 0; round < 100; round++) findNames('Name5 met Name9999. '.repeat(20), large);
    assert.ok(performance.now() - started < 500, `${performance.now() - started} ms`);
  });
});
