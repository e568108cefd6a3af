import { speakerLine } from './extract/speaker-lines.js';

const maxLength = 60;
const maxWords = 10;
const minWords = 3;

/**
 * What a text without a heading is called: its first whole sentence, of a long one the phrases it begins with. Neither
 * the name of who speaks it, nor the mark of a list's item.
 */
export function titlePhrase(text: string): string {
  const start = text.slice(0, 1_000);
  const said = (speakerLine(start)?.said ?? start).replace(/^(?:•|\d{1,3}\.) /, '');
  const sentences = said
    .split(sentenceEnd)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
  // What was copied from its middle on begins in the middle of a sentence, or of a word.
  const whole = sentences.find(
    (sentence) => !/^[^\p{L}]*\p{Ll}/u.test(sentence) && wordsOf(sentence).length >= minWords,
  );
  const phrase = beginning(whole ?? sentences[0] ?? '')
    .replace(/[\s,;:.…–—-]+$/u, '')
    .replace(/^["“”„«‘'(]+(?=[^"“”„«»‘’')]*$)/u, '');
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** Not after an initial or a short abbreviation ("Dr. Ames"). */
const sentenceEnd =
  /(?<=(?:[\p{L}\p{N}]{3}|\d|[)\]"”’])[.!?…]["”’»)]*)\s+(?=["“„«‘(]?[\p{Lu}\p{N}])|(?<=[。！？])|\n+/u;

function beginning(sentence: string): string {
  if (sentence.length <= maxLength && wordsOf(sentence).length <= maxWords) return sentence;
  const words = wordsOf(mainClause(sentence));
  let [taken, clause, phrase] = [0, 0, 0];
  for (let length = 0; taken < Math.min(words.length, maxWords); taken += 1) {
    const word = words[taken] ?? '';
    length += word.length + 1;
    if (length > maxLength + 1) break;
    const count = taken + 1;
    const next = bare(words[count]);
    if (count < minWords || isUnfinished(word)) continue;
    if (/[,;:–—]$/.test(word)) clause = count;
    if (phraseOpeners.has(next)) phrase = count;
  }
  const end = clause || phrase || taken || 1;
  const kept = words.slice(0, end);
  while (kept.length > 1 && isUnfinished(kept.at(-1) ?? '')) kept.pop();
  return kept.join(' ');
}

/** "Before it was lit, the reef had wrecked ships" tells of the reef. */
function mainClause(sentence: string): string {
  const comma = sentence.indexOf(', ');
  if (comma === -1 || comma > maxLength || !subordinators.has(bare(sentence.split(' ', 1)[0])))
    return sentence;
  return sentence.slice(comma + 2);
}

function isUnfinished(word: string): boolean {
  return phraseOpeners.has(bare(word)) || articles.has(bare(word));
}

function wordsOf(sentence: string): string[] {
  return sentence.split(' ');
}

function bare(word = ''): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** A sentence can be left before them: prepositions and conjunctions of the languages that the voices speak most. */
const phraseOpeners = setOf(
  'about after against although and around as at because before behind below between but by during for from if in inside into near on onto or over since so than that through to toward towards under until upon when where which while who whose with within without ' +
    'als auf aus bei bis dass durch für gegen hinter mit nach neben oder ohne seit sondern und unter von vor weil wenn zu zum zur zwischen über um ' +
    'avec car chez contre dans depuis entre et mais ou par pendant pour quand que qui sans sous sur vers ' +
    'con cuando desde donde en hasta para pero por porque sin sobre y e',
);

/** No title ends with them. */
const articles = setOf(
  'a an the of its their his her my our your this these those is are was were be been being has have had not no more most very ' +
    'der die das den dem des ein eine einen einem einer eines ist war wurde ' +
    'le la les un une des du de au aux est el los las una del al es',
);

/** A clause that begins with them leads to another. */
const subordinators = setOf(
  'after although as because before despite during if in on since though unless until when whenever where whereas while ' +
    'als bevor nachdem obwohl seit während weil wenn',
);
