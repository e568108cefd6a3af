import { countWords } from '../../../../platform/count-words.js';
import { isCommonWord } from './language-tools.js';
import { lowerFirst } from './noun-phrases.js';
import { spokenText } from './spoken-text.js';
import type { Sentence } from './split-sentences.js';

/** What is said in one go, and the sentences it is made of. */
export type Utterance = { text: string; sentences: Sentence[] };

/** Items of a list that are longer are sentences of their own (words). */
const longItem = 9;
/** A sentence made of items ends after so many words. */
const longList = 40;
/** Lines of a poem that are said in one go. */
const linesInBreath = 4;

/** How sentences are said: prose as it stands, lists as lists, verse in its lines. No word is lost. */
export function toUtterances(sentences: readonly Sentence[]): Utterance[] {
  const utterances: Utterance[] = [];
  for (let at = 0; at < sentences.length;) {
    const group = groupAt(sentences, at);
    utterances.push({ text: textOf(group), sentences: group });
    at += group.length;
  }
  return utterances;
}

/** The sentence there, with those behind it that are said in one breath. */
function groupAt(sentences: readonly Sentence[], at: number): Sentence[] {
  const first = sentences[at];
  if (first === undefined) return [];
  const group = [first];
  let words = countWords(first.text);
  for (const next of sentences.slice(at + 1)) {
    words += countWords(next.text);
    const joins = isShortItem(first)
      ? isShortItem(next) && next.paragraph === (group.at(-1)?.paragraph ?? 0) + 1 && words <= longList
      : first.form === 'verse' &&
        next.form === 'verse' &&
        next.paragraph === first.paragraph &&
        group.length < linesInBreath &&
        words <= longList;
    if (!joins) break;
    group.push(next);
  }
  return group;
}

/** "a watering can": it makes no sentence, and is said in one with its neighbours. */
function isShortItem({ form, item, text }: Sentence): boolean {
  return form === 'bullet' && item !== undefined && !/[.!?:;…]/u.test(text) && countWords(text) <= longItem;
}

function textOf(group: readonly Sentence[]): string {
  const [first] = group;
  if (first === undefined) return '';
  if (first.form === 'verse') return verseAloud(group);
  if (group.length > 1) return itemsAloud(group);
  return first.form === 'step' && first.item !== undefined ? stepAloud(first, first.item) : spokenText(first);
}

/** A line that runs on is heard as a line all the same. */
function verseAloud(group: readonly Sentence[]): string {
  return group
    .map((line, at) => {
      const text = spokenText(line);
      if (/[.,;:!?…—–]["”’)]*$/u.test(text)) return text;
      return `${text}${at === group.length - 1 ? '.' : ','}`;
    })
    .join(' ');
}

/** "A pot, fresh compost and a watering can." */
function itemsAloud(group: readonly Sentence[]): string {
  const items = group.map((item, at) => (at === 0 ? spokenText(item) : lowered(spokenText(item), item)));
  const bare = items.map((item) => item.replace(/\.$/, ''));
  const separator = bare.some((item) => item.includes(',')) ? ';' : ',';
  const last = bare.at(-1) ?? '';
  return `${bare.slice(0, -1).join(`${separator} `)}${separator === ';' ? ';' : ''} and ${last}.`;
}

const ordinals = [
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
];

/** "First, water the plant." */
function stepAloud(step: Sentence, number: number): string {
  const text = spokenText(step);
  if (/^(?:first|second|third|then|next|finally|lastly|step)\b/i.test(text)) return text;
  return `${ordinals[number - 1] ?? 'Next'}, ${lowered(text, step)}`;
}

/** Small behind a comma unless the first word is a name. */
function lowered(text: string, { tokens }: Sentence): string {
  const [first] = tokens;
  const isName = first === undefined || (first.pos === 'PROPN' && !isCommonWord(first.text));
  return isName || first.text === 'I' ? text : lowerFirst(text);
}
