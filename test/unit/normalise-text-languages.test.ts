import assert from 'node:assert/strict';
import { normaliseText } from '../../activities/models/speech/normalise-text/normalise-text.js';
import { AethercastError } from '../../platform/aethercast-error.js';

const table: [language: string, written: string, spoken: string][] = [
  ['de-DE', 'Der Umsatz stieg um 3,5 % auf 1.234 €, z. B. in Köln & Bonn.', 'Der Umsatz stieg um drei komma fünf Prozent auf eintausendzweihundertvierunddreißig Euro, zum Beispiel in Köln und Bonn.'],
  ['de', 'Am 3. November 1984 waren es -5 °C und 20–30 kg.', 'Am dritten November neunzehnhundertvierundachtzig waren es minus fünf Grad Celsius und zwanzig bis dreißig Kilogramm.'],
  ['de', 'Dr. Müller kam am 3.11.2025.', 'Doktor Müller kam am dritten November zweitausendfünfundzwanzig.'],
  ['de', 'Version 1.2.3 oder 3.14, Agent 007', 'Version eins zwei drei oder drei komma eins vier, Agent null null sieben.'],
  ['de-CH', "1'234.5 Franken", 'eintausendzweihundertvierunddreißig komma fünf Franken.'],
  ['fr', 'Il fait −5 °C et cela coûte 1 234 €.', 'Il fait moins cinq degrés Celsius et cela coûte mille deux cent trente-quatre euros.'],
  ['ru', 'Это 1 км, 2 км и 5 % пути.', 'Это один километр, два километра и пять процентов пути.'],
  ['es', '¿Cuánto? ¡20 €!', 'Cuánto? veinte euros!'],
  ['hi', '२०२४ में 5% लोग।', 'दो हज़ार चौबीस में पाँच प्रतिशत लोग.'],
  ['ar', 'دفع ٢٠ ٪، نعم؟', 'دفع عشرون بالمئة, نعم?'],
  ['ja', '東京タワーは333mです。', '東京タワーは 三百三十三 メートル です.'],
  ['zh', '增长了5%。', '增长了 百分之五.'],
  ['el', 'Πού είσαι; Είμαι 20.', 'Πού είσαι? Είμαι είκοσι.'],
  ['sr-Latn', 'U 2024. godini', 'U dve hiljade dvadeset četvrti godini.'],
  ['ca', 'El 2024 va pagar 3,5 €.', 'El 2024 va pagar 3,5 euros.'],
]; // prettier-ignore

const languages = ['de', 'fr', 'ru', 'es', 'pl', 'hi', 'ar', 'ja', 'zh', 'ko', 'th', 'el', 'sr', 'sv', 'nl', 'pt-BR', 'he', 'ca', 'is', 'fi', 'tr']; // prettier-ignore

describe('speech text normalisation in other languages', () => {
  for (const [language, written, spoken] of table)
    it(`reads ${written} in ${language} as ${spoken}`, () => {
      assert.equal(normaliseText(written, language), spoken);
      assert.equal(normaliseText(spoken, language), spoken);
    });

  it('refuses letters of a script that the language does not use, and reads its own', () => {
    assert.throws(
      () => normaliseText('Das Wort мир und 日本', 'de'),
      (error) =>
        error instanceof AethercastError &&
        error.code === 'VFA_UNSUPPORTED_SCRIPT' &&
        /мир, 日本/.test(error.message),
    );
    assert.throws(() => normaliseText('Привет 日本', 'ru'), /Latin and Cyrillic letters.*日本/);
    assert.throws(() => normaliseText('東京 мир', 'ja'), /мир/);
    assert.equal(normaliseText('Слово Google', 'ru'), 'Слово Google.');
  });

  it('leaves no symbol, and digits only where there are no words for them, whatever it is given', () => {
    const pieces = ['12', '3,4', '$', '€', '.', '-', '/', ':', '%', 'km', ' ', '°', '&', '#', "'", '"', '2025', '3. ', '–', '(', '1.234', '\u00a0', '\n', '=', '½', '٣', '+']; // prettier-ignore
    let state = 11;
    for (const language of languages)
      for (let round = 0; round < 150; round++) {
        let text = 'so ';
        for (let piece = 0; piece < 8; piece++) {
          state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
          text += pieces[Math.floor(state / 65_536) % pieces.length]!;
        }
        const spoken = normaliseText(text, language);
        const digits = ['ca', 'is'].includes(language) ? '0-9' : '';
        assert.match(spoken, new RegExp(`^[\\p{L}\\p{M}${digits} .,;:?!'-]+$`, 'u'), `${language}: ${text}`);
        assert.equal(normaliseText(spoken, language), spoken, `${language}: ${text}`);
      }
  });

  it('takes no longer than a moment for hostile texts', () => {
    for (const piece of ['1', '1.', '1 ', '1-', 'a.', '$1', '1:', '.', '-', '° ', '1%', '1. '])
      for (const language of ['de', 'ja', 'ca']) {
        const started = performance.now();
        normaliseText(`so ${piece.repeat(4000 / piece.length)}`, language);
        const tookMs = performance.now() - started;
        assert.ok(tookMs < 1000, `${piece} in ${language} took ${tookMs} ms`);
      }
  });
});
