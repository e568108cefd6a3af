import assert from 'node:assert/strict';
import { normaliseText } from '../../activities/models/speech/normalise-text/normalise-text.js';
import { AethercastError } from '../../platform/aethercast-error.js';

/** What is written -> what is said (American English). */
const table: [written: string, spoken: string][] = [
  // Amounts of money
  ['Revenue was $3.5bn in 2025.', 'Revenue was three point five billion dollars in twenty twenty-five.'],
  ['It cost €20, or £1.2m.', 'It cost twenty euros, or one point two million pounds.'],
  ['$1', 'one dollar.'],
  ['$1.50', 'one dollar and fifty cents.'],
  ['$0.99', 'ninety-nine cents.'],
  ['£1.01', 'one pound and one penny.'],
  ['$1,000,000.50', 'one million dollars and fifty cents.'],
  ['$5–10bn', 'five to ten billion dollars.'],
  ['$5 million', 'five million dollars.'],
  ['US$20, C$5 and ¥500', 'twenty U S dollars, five Canadian dollars and five hundred yen.'],
  ['20 EUR or USD 20', 'twenty euros or twenty U S dollars.'],
  ['a loss of -$5m', 'a loss of minus five million dollars.'],
  ['£5k', 'five thousand pounds.'],
  ['50¢', 'fifty cents.'],
  ['$20/month', 'twenty dollars per month.'],
  // Dates
  ['On Nov. 3, 2025, it rained.', 'On November third, twenty twenty-five, it rained.'],
  ['Due 2025-11-03.', 'Due November third, twenty twenty-five.'],
  ['3/11/2025', 'March eleventh, twenty twenty-five.'],
  ['25/12/2025', 'December twenty-fifth, twenty twenty-five.'],
  ['45/45/2025', 'forty-five slash forty-five slash twenty twenty-five.'],
  ['3 November 2025', 'the third of November twenty twenty-five.'],
  ['the 4th of July', 'the fourth of July.'],
  ['March 2025', 'March twenty twenty-five.'],
  ['May 5', 'May fifth.'],
  ['may 5 people', 'may five people.'],
  ['Nov. 3-5', 'November third to fifth.'],
  ['Tues., Nov. 4', 'Tuesday, November fourth.'],
  ['2025-11-03T14:05:00Z', 'November third, twenty twenty-five, fourteen oh five U T C.'],
  // Years and decades
  ['in 1905, 1900 and 2001', 'in nineteen oh five, nineteen hundred and two thousand one.'],
  ['in 1066', 'in ten sixty-six.'],
  ['1500 houses in 1500', 'one thousand five hundred houses in fifteen hundred.'],
  ["The 1990s and '80s, 2000s, 1800s.", 'The nineteen nineties and eighties, two thousands, eighteen hundreds.'],
  ['mid-2025', 'mid-twenty twenty-five.'],
  ["2025's best", "twenty twenty-five's best."],
  ['FY2025', 'FY twenty twenty-five.'],
  // Times
  ['at 9:30 a.m.', 'at nine thirty A M.'],
  ['3pm', 'three P M.'],
  ['at 5 p.m. Monday', 'at five P M Monday.'],
  ['at 5 p.m. He left', 'at five P M. He left.'],
  ['14:05 and 9:00 and 14:00', "fourteen oh five and nine o'clock and fourteen hundred."],
  // Numbers
  ['About 12,345 people', 'About twelve thousand three hundred forty-five people.'],
  ['3.14, 0.5 and .5', 'three point one four, zero point five and point five.'],
  ['The 21st, 2nd and 1,000th', 'The twenty-first, second and one thousandth.'],
  ['-5 and +5', 'minus five and plus five.'],
  ['1 000 000', 'one million.'],
  ['007', 'zero zero seven.'],
  ['12345678901234567890', 'one two three four five six seven eight nine zero one two three four five six seven eight nine zero.'],
  ['v2.1.3', 'version two point one point three.'],
  ['192.168.0.1', 'one nine two dot one six eight dot zero dot one.'],
  ['1/2 cup and 3/4', 'one half cup and three quarters.'],
  ['2 1/2 and 2½', 'two and a half and two and a half.'],
  ['7/10 and 10/10', 'seven tenths and ten out of ten.'],
  ['24/7 since 9/11', 'twenty-four seven since nine eleven.'],
  ['1990–1995', 'nineteen ninety to nineteen ninety-five.'],
  ['1914–18', 'nineteen fourteen to eighteen.'],
  ['pages 10-15', 'pages ten to fifteen.'],
  ['16:9', 'sixteen to nine.'],
  ['10x faster', 'ten times faster.'],
  ['7B parameters', 'seven billion parameters.'],
  ['COVID-19, F-16, B2B, H2O, 5G', 'COVID nineteen, F sixteen, B two B, H two O, five G.'],
  ['Call 555-010-9999', 'Call five five five, zero one zero, nine nine nine nine.'],
  ['+44 20 7946 0958', 'plus four four, two zero, seven nine four six, zero nine five eight.'],
  // Units
  ['90 km/h', 'ninety kilometers per hour.'],
  ['-5°C', 'minus five degrees Celsius.'],
  ['1 km and 2 km', 'one kilometer and two kilometers.'],
  ['a 5-km run', 'a five kilometer run.'],
  ['70 kg, 60 mph, 5 GB', 'seventy kilograms, sixty miles per hour, five gigabytes.'],
  ['10% or 5–10%', 'ten percent or five to ten percent.'],
  ['20 km²', 'twenty square kilometers.'],
  ['rose by 2.4 m within', 'rose by two point four meters within.'],
  ['100m people ran the 100 m', 'one hundred million people ran the one hundred meters.'],
  ['5\'10" tall', 'five foot ten tall.'],
  // Abbreviations and names
  ['Dr. Smith met Mr. Jones', 'Doctor Smith met Mister Jones.'],
  ['cats, e.g. lions, i.e. big ones, etc.', 'cats, for example lions, that is big ones, et cetera.'],
  ['NASA and the U.S. agreed; U.S. Officials said so', 'NASA and the U S agreed; U S Officials said so.'],
  ['Cats vs. dogs', 'Cats versus dogs.'],
  ['Brown v. Board', 'Brown versus Board.'],
  ['No. 5, Fig. 3, pp. 5-7', 'number five, figure three, pages five to seven.'],
  ['I said no. It rained.', 'I said no. It rained.'],
  ['J. K. Rowling lives on Main St. in St. Louis.', 'J K Rowling lives on Main Street in Saint Louis.'],
  ['George W. Bush', 'George W Bush.'],
  ['It was plan B. Then it failed.', 'It was plan B. Then it failed.'],
  ['Henry VIII, Elizabeth I, World War II', 'Henry the eighth, Elizabeth the first, World War two.'],
  ['Henry I think', 'Henry I think.'],
  // Addresses
  ['See https://www.example.com/news.', 'See example dot com slash news.'],
  ['https://example.com/2025/11/a-very-long-title?x=1', 'example dot com.'],
  ['It was on Wired.com, not wired.com.', 'It was on Wired.com, not wired dot com.'],
  ['It ended.Comments are closed.', 'It ended. Comments are closed.'],
  ['Write to me@example.org', 'Write to me at example dot org.'],
  ['#climate @NASA #1', 'hashtag climate at NASA number one.'],
  // Symbols and punctuation
  ['AT&T + 1 = 2', 'AT and T plus one equals two.'],
  ['~5 <10 >3 ±2', 'about five less than ten greater than three plus or minus two.'],
  ['x² + y³', 'x squared plus y cubed.'],
  ['π is not α', 'pi is not alpha.'],
  ['C++ and C#', 'C plus plus and C sharp.'],
  ['😀 Hello 👨‍👩‍👧 world 🇫🇷!', 'Hello world!'],
  ['“Quoted” — dashed… and…more', 'Quoted, dashed, and, more.'],
  ['wait?! what!!', 'wait? what!'],
  ['(brackets) [and] {such}', 'brackets, and, such.'],
  ['**bold** _it_ `code`', 'bold it code.'],
  ["it's the dogs' — ‘really’", "it's the dogs, really."],
  ['café naïve Øresund', 'café naïve Øresund.'],
]; // prettier-ignore

const speakable = /^[\p{Script=Latin}\p{M} .,;:?!'-]+$/u;

describe('speech text normalisation', () => {
  for (const [written, spoken] of table)
    it(`reads ${written} as ${spoken}`, () => {
      assert.equal(normaliseText(written, 'en-US'), spoken);
    });

  it('changes nothing when applied to its own result', () => {
    for (const [written] of table) {
      const once = normaliseText(written, 'en-US');
      assert.equal(normaliseText(once, 'en-US'), once, written);
    }
  });

  it('reads a slashed date day first outside America', () => {
    assert.equal(normaliseText('3/11/2025', 'en-GB'), 'November third, twenty twenty-five.');
  });

  it('leaves letters and plain punctuation only, whatever it is given', () => {
    const pieces = ['12', '3,4', '$', '€', '.', '-', '/', ':', '%', 'km', 'a.m.', ' ', 'Jan', '°', 'x', '#', '@', "'", '"', '2025', 'St.', '–', '²', 'I', '(', '1st', '\u00a0', '\n', '=', '½']; // prettier-ignore
    let state = 7;
    for (let round = 0; round < 3000; round++) {
      let text = 'so ';
      for (let piece = 0; piece < 8; piece++) {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        text += pieces[Math.floor(state / 65_536) % pieces.length]!;
      }
      const spoken = normaliseText(text, 'en-US');
      assert.match(spoken, speakable, text);
      assert.equal(normaliseText(spoken, 'en-US'), spoken, text);
    }
  });

  it('takes no longer than a moment for hostile texts', () => {
    for (const piece of [
      '1',
      '1,',
      '1-',
      '1/',
      'a.',
      '$1',
      '1:',
      'A. ',
      '.',
      'a@',
      '1 ',
      "'1",
      '-',
      '° ',
      'www.',
    ]) {
      const started = performance.now();
      normaliseText(`so ${piece.repeat(4000 / piece.length)}`, 'en-US');
      assert.ok(performance.now() - started < 1000, `${piece} took ${performance.now() - started} ms`);
    }
  });

  for (const [text, named] of [
    ['See 日本 today', '日本'],
    ['Привет', 'Привет'],
    ['٣ cats', '٣'],
    ['The scribe wrote ꝑſon', 'ꝑſon'],
  ] as const)
    it(`names what it cannot read in ${text}`, () => {
      assert.throws(
        () => normaliseText(text, 'en-US'),
        (error) =>
          error instanceof AethercastError &&
          error.code === 'VFA_UNSUPPORTED_SCRIPT' &&
          error.message.includes(named),
      );
    });

  for (const text of ['', '   ', '!!! ...', '😀', '“—”'])
    it(`refuses ${JSON.stringify(text)}, which has nothing to speak`, () => {
      assert.throws(
        () => normaliseText(text, 'en-US'),
        (error) => error instanceof AethercastError && error.code === 'VFA_NOTHING_TO_SPEAK',
      );
    });

  it('refuses what is no language', () => {
    for (const language of ['', 'german!', '../de', 'de-aa-bb-cc'])
      assert.throws(
        () => normaliseText('Guten Tag', language),
        (error) => error instanceof AethercastError && error.code === 'VFA_UNSUPPORTED_LANGUAGE',
      );
  });
});
