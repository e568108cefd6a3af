import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { phonemize } from '../../activities/models/speech/local/phonemes/phonemize.js';
import { splitPhonemes } from '../../activities/models/speech/local/phonemes/split-phonemes.js';
import { toKokoro } from '../../activities/models/speech/local/phonemes/kokoro-phonemes.js';
import { AethercastError } from '../../platform/aethercast-error.js';

describe('phonemes of a text', () => {
  it('are given sentence by sentence, with the punctuation kept', () => {
    assert.deepEqual(phonemize('Hello, world. It rained; or did it? Yes! And: no.', 'en-us'), [
      'həlˈoʊ, wˈɜːld.',
      'ɪt ɹˈeɪnd; ɔːɹ dˈɪd ɪt?',
      'jˈɛs!',
      'ænd: nˈoʊ.',
    ]);
  });

  it('keep a full stop before a small letter, and have no more of them than the text', () => {
    assert.deepEqual(phonemize('They agreed. then all left', 'en-us'), ['ðeɪ ɐɡɹˈiːd.', 'ðˈɛn ˈɔːl lˈɛft']);
  });

  it('say the letter A where letters are spelled, and the article elsewhere', () => {
    assert.deepEqual(phonemize('At nine A M. In U S A today. A T and T.', 'en-us'), [
      'æt nˈaɪn ˈeɪ ˈɛm.',
      'ɪn jˈuː ˈɛs ˈeɪ tədˈeɪ.',
      'ˈeɪ tˈiː ænd tˈiː.',
    ]);
    assert.deepEqual(phonemize('Plan A failed. A tale once.', 'en-us'), [
      'plˈæn ˈeɪ fˈeɪld.',
      'ɐ tˈeɪl wˈʌns.',
    ]);
  });

  it('lose no word of a clause of thousands of letters and glue none together', () => {
    const [sentence] = phonemize(`${'long '.repeat(700)}end.`, 'en-us');
    assert.equal(sentence?.split(' ').length, 701);
  });

  it('are those of the language, and of English words within it', () => {
    assert.deepEqual(phonemize('Guten Tag. Привет.', 'de').slice(0, 1), ['ɡˈuːtən tˈɑːk.']);
    assert.deepEqual(phonemize('Привет, мир!', 'ru'), ['prʲivʲˈet, mʲˈir!']);
    assert.doesNotMatch(phonemize('Bonjour, the computer.', 'fr').join(), /[()]/);
  });

  it('fall back to the nearest reading that espeak-ng has', () => {
    assert.deepEqual(phonemize('La maison.', 'fr-fr'), phonemize('La maison.', 'fr'));
    assert.deepEqual(phonemize('The last dance.', 'en-gb'), phonemize('The last dance.', 'en-gb-x-rp'));
  });

  for (const voice of ['xx', '', '../en', '+f3'])
    it(`are refused for a reading named ${JSON.stringify(voice)}`, () => {
      assert.throws(
        () => phonemize('Hello.', voice),
        (error) => error instanceof AethercastError && error.code === 'VFA_VOICE_MODEL_INVALID' && error.message.includes(JSON.stringify(voice)),
      );
    }); // prettier-ignore

  it('are none for a text without words', () => {
    assert.deepEqual(phonemize('', 'en-us'), []);
    assert.deepEqual(phonemize('. , !', 'en-us'), []);
  });
});

describe('phonemes of names that the user gives', () => {
  const names = { Tycho: 'ˈtaɪkoʊ', 'Tycho Brahe': 'ˈtaɪkoʊ ˈbrɑːə', Ivo: 'ˈiːvoʊ', Nguyen: 'win' };

  it('stand in the place of the name, and the words around stay as they are beside it', () => {
    assert.deepEqual(
      phonemize('He met Tycho Brahe, and the Ivo. A Tycho of the Nguyen sort', 'en-us', names),
      ['hiː mˈɛt tˈaɪkoʊ bɹˈɑːə, ænd ðɪ ˈiːvoʊ.', 'ɐ tˈaɪkoʊ ʌvðə wˈin sˈɔːɹt'],
    );
  });

  it('take the possessive that their last sound asks for', () => {
    const names = { Tycho: 'ˈtaɪkoʊ', Fitch: 'fɪtʃ', Kuk: 'kʊk' };
    assert.deepEqual(phonemize("Tycho's, Fitch's, Kuk's.", 'en-us', names), ['tˈaɪkoʊz, fˈɪtʃᵻz, kˈʊks.']);
  });

  it('are found in every language, beside elisions and within compounds too', () => {
    assert.deepEqual(phonemize("C'est d'Ivo, les Ivo.", 'fr', names), ['sɛ dˈiːvoʊ, le-z ˈiːvoʊ.']);
    assert.deepEqual(phonemize('Der Ivo-Bau.', 'de', names), ['dɛɾ ˈiːvoʊbˈaʊ.']);
    assert.deepEqual(phonemize('Господин Ivo.', 'ru', names), ['ɡʌspʌdʲˈin ˈiːvoʊ.']);
  });

  it('are not heard in other words, nor in small letters where the name has capitals', () => {
    const plain = 'Ivory and the tychonic ivo.';
    assert.deepEqual(phonemize(plain, 'en-us', names), phonemize(plain, 'en-us'));
    assert.notDeepEqual(phonemize('TYCHO.', 'en-us', { Tycho: 'ˈtiːko' }), phonemize('TYCHO.', 'en-us'));
  });
});

describe('phonemes that are too many', () => {
  it('are cut at the strongest mark near the middle', () => {
    assert.deepEqual(splitPhonemes('aaaa bb, cccc ddd. ee, ffff gggg', 20), [
      'aaaa bb, cccc ddd.',
      'ee, ffff gggg',
    ]);
    assert.deepEqual(splitPhonemes('aaaa bbbb cc, dddd eeee', 20), ['aaaa bbbb cc,', 'dddd eeee']);
  });

  it('are parts of at most the given length, none of them a mere rest, and lose nothing', () => {
    for (let length = 1; length < 600; length += 7) {
      const ipa = 'ðə kwˈɪk, bɹˈaʊn; fˈɑːks dʒˈʌmps ˌoʊvɚ ðə lˈeɪzi dˈɑːɡ. '
        .repeat(12)
        .slice(0, length)
        .trim();
      const parts = splitPhonemes(ipa, 60);
      assert.equal(parts.join(' '), ipa);
      for (const part of parts) {
        assert.ok([...part].length <= 60, part);
        assert.ok(parts.length === 1 || [...part].length >= 12, `${length}: ${parts.join('|')}`);
      }
    }
  });

  it('are cut inside a word only when there is no other place, and never inside a character', () => {
    assert.deepEqual(splitPhonemes('a'.repeat(25), 10).join(''), 'a'.repeat(25));
    assert.deepEqual(splitPhonemes('𝐚'.repeat(4), 2), ['𝐚𝐚', '𝐚𝐚']);
    assert.deepEqual(splitPhonemes('  ', 10), []);
  });
});

/** https://huggingface.co/hexgrad/Kokoro-82M, config.json. */
const kokoroLetters = new Set(';:,.!?—…"()“” \u0303ʣʥʦʨᵝꭧAIOQSTWYᵊabcdefhijklmnopqrstuvwxyzɑɐɒæβɔɕçɖðʤəɚɛɜɟɡɥɨɪʝɯɰŋɳɲɴøɸθœɹɾɻʁɽʂʃʈʧʊʋʌɣɤχʎʒʔˈˌːʰʲ↓→↗↘ᵻ'); // prettier-ignore

describe('phonemes in the Kokoro alphabet', () => {
  const american: [string, string][] = [
    ['The little boy out there made a choice.', 'ðə lˈɪTᵊl bˈY ˈWt ðɛɹ mˌAd ɐ ʧˈYs.'],
    ['A button, a nurse, and an old judge go home.', 'ɐ bˈʌtn, ɐ nˈɜɹs, ænd ɐn ˈOld ʤˈʌʤ ɡˌO hˈOm.'],
    ['The earth is married.', 'ði ˈɜɹθ ɪz mˈɛɹid.'],
    ['The attention of a party.', 'ði ətˈɛnʧən ʌv ɐ pˈɑɹTi.'],
    ['A violent, scientific geologist.', 'ɐ vˈIələnt, sIəntˈɪfɪk ʤiˈɑləʤˌɪst.'],
    ['The earliest player.', 'ði ˈɜɹliɪst plˈAəɹ.'],
    ['For the end of the day in which it has been had.', 'fɔɹ ði ˈɛnd ʌv ðə dˈA ɪn wˌɪʧ ɪt hæz bɪn hˌæd.'],
    ['That it should have been at a loss.', 'ðæt ɪt ʃˌʊd hæv bˌɪn æt ɐ lˈɔs.'],
    ['There was to be an end, for a day, out of mind.', 'ðɛɹ wˌʌz tə bi ɐn ˈɛnd, fɔɹ ɐ dˈA, ˌWt ʌv mˈInd.'],
  ];
  for (const [text, letters] of american)
    it(`are American for ${text}`, () => {
      assert.equal(toKokoro(phonemize(text, 'en-us').join(' '), 'en-us'), letters);
    });

  it('are British for a British voice', () => {
    assert.equal(
      toKokoro(phonemize('Go near the air, a happy cat danced last.', 'en-gb').join(' '), 'en-gb'),
      'ɡˌQ nˌɪə ði ˈɛː, ɐ hˈapi kˈat dˈɑːnst lˈɑːst.',
    );
  });

  for (const espeakVoice of ['en-us', 'en-gb', 'en'])
    it(`are letters it knows for every word of the samples as ${espeakVoice} reads them`, async () => {
      const names = ['tycho-brahe.md', 'short-history-of-the-world.txt', 'wright-brothers-aeroplane.html'];
      const texts = await Promise.all(names.map((name) => readFile(`samples/${name}`, 'utf8')));
      const words = new Set(texts.join(' ').match(/\p{Script=Latin}[\p{Script=Latin}']*/gu));
      assert.ok(words.size > 1500);
      for (const word of words) {
        const letters = toKokoro(phonemize(word, espeakVoice).join(' '), espeakVoice);
        assert.deepEqual(
          [...letters].filter((letter) => !kokoroLetters.has(letter)),
          [],
          `${word}: ${letters}`,
        );
        assert.ok(letters.length > 0, word);
      }
    });
});
