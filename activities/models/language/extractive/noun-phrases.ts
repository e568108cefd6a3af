import { isCommonWord, type Token } from './language-tools.js';
import type { Sentence } from './split-sentences.js';

/** A name or thing that a sentence speaks of. `text` is as it can stand in a question ("the earliest rocks"). */
export type NounPhrase = { text: string; stems: string[]; isName: boolean; from: number };

/** Nouns and adjectives too general to ask about or to name a section after. */
const empty = new Set([
  'way', 'thing', 'time', 'times', 'year', 'years', 'day', 'days', 'people', 'man', 'men', 'woman', 'women', 'one', 'ones',
  'part', 'kind', 'sort', 'number', 'fact', 'case', 'point', 'place', 'matter', 'question', 'end', 'beginning', 'example',
  'other', 'others', 'same', 'such', 'many', 'several', 'few', 'more', 'most', 'first', 'second', 'third', 'last', 'next',
  'lot', 'bit', 'today', 'to-day', 'yesterday', 'tomorrow', 'month', 'months', 'week', 'weeks', 'hour', 'hours', 'minute',
  'minutes', 'moment', 'age', 'ages', 'century', 'centuries', 'figure', 'figures', 'mr', 'mrs', 'dr', 'sir', 'million',
  'millions', 'thousand', 'thousands', 'hundred', 'hundreds', 'mile', 'miles', 'foot', 'feet', 'yard', 'yards', 'inch',
  'course', 'whole', 'sense', 'view', 'idea', 'word', 'words', 'name', 'half', 'couple', 'great', 'own', 'nothingness',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'january', 'february', 'march', 'april',
  'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'summer', 'winter', 'spring', 'autumn',
  'nothing', 'everything', 'anything', 'something', 'truth', 'absence', 'instance', 'reason', 'result', 'account', 'need',
  'spite', 'order', 'regard', 'result', 'possible', 'late', 'early', 'upon', 'tendency', 'theory', 'extent', 'degree',
]); // prettier-ignore

/** All noun phrases of one to four words, longest first at each place. */
export function nounPhrases(tokens: readonly Token[]): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  let at = 0;
  while (at < tokens.length) {
    let end = at;
    while (end < tokens.length && isPartOfPhrase(tokens[end])) end += 1;
    if (end > at) {
      const phrase = phraseOf(tokens, at, end);
      if (phrase !== undefined) phrases.push(phrase);
      at = end;
    } else at += 1;
  }
  return phrases;
}

/**
 * What the sentence is about, when that can be asked for: a phrase before the first verb, with "the", a name, or a
 * bare plural. "A toy", "our father", "no bird" are new or somebody's, and nobody would ask "What about our father?".
 */
export function subjectOf({ tokens }: Sentence): NounPhrase | undefined {
  const verb = tokens.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const head = nounPhrases(tokens.slice(0, verb < 0 ? 0 : verb)).filter(({ from }) => from <= 5)[0];
  if (head === undefined) return undefined;
  const before = tokens[head.from - 1];
  // "of the earth" and "in Denmark" are not what the sentence is about.
  const beforeThat = before?.pos === 'DET' ? tokens[head.from - 2] : before;
  if (beforeThat?.pos === 'ADP' || beforeThat?.pos === 'SCONJ') return undefined;
  const after = tokens[head.from + head.stems.length];
  if (after?.text.toLowerCase() === 'of') return undefined;
  if (after !== undefined && /^['’]s?$/.test(after.text)) return withOwner(head, before, tokens, verb);
  if (before?.pos === 'DET' && before.text.toLowerCase() === 'the')
    return { ...head, text: `the ${head.text}` };
  if (before?.isWord === true) return undefined;
  const isPlural = /[^s']s$/.test(head.text) && !head.isName;
  return head.isName || isPlural
    ? { ...head, text: head.isName ? head.text : lowerFirst(head.text) }
    : undefined;
}

/** "The astronomer's father": the owner belongs to the name of the thing. */
function withOwner(
  owner: NounPhrase,
  before: Token | undefined,
  tokens: readonly Token[],
  verb: number,
): NounPhrase | undefined {
  const start = owner.from + owner.stems.length + 1;
  const thing = nounPhrases(tokens.slice(start, verb))[0];
  if (thing?.from !== 0 || tokens[start + thing.stems.length]?.pos === 'CCONJ') return undefined;
  const article = before?.pos === 'DET' ? `${before.text.toLowerCase()} ` : '';
  if (article !== '' && article !== 'the ') return undefined;
  return { ...thing, text: `${article}${owner.text}’s ${thing.text}` };
}

function isPartOfPhrase(token: Token | undefined): boolean {
  return (
    token !== undefined && /^(ADJ|NOUN|PROPN)$/.test(token.pos) && /^[\p{L}][\p{L}'’.-]*$/u.test(token.text)
  );
}

function phraseOf(tokens: readonly Token[], from: number, to: number): NounPhrase | undefined {
  let start = from;
  while (start < to - 1 && empty.has((tokens[start]?.text ?? '').toLowerCase())) start += 1;
  const words = tokens.slice(start, to);
  const last = words.at(-1);
  if (last === undefined || words.length > 4 || last.pos === 'ADJ') return undefined;
  if (empty.has(last.text.toLowerCase()) || last.text.length < 3 || last.isStop) return undefined;
  const isName =
    words.every(({ pos, text }) => pos === 'PROPN' && /^\p{Lu}/u.test(text)) && !isFalseName(words, start);
  const text = words.map((word) => word.text).join(' ');
  return {
    text: isName || start > 0 ? text : lowerFirst(text),
    stems: words.map(({ stem }) => stem),
    isName,
    from: start,
  };
}

/** The tagger takes capitals for names, and every sentence begins with one. */
function isFalseName(words: readonly Token[], start: number): boolean {
  return start === 0 && words.length === 1 && isCommonWord(words[0]?.text ?? '');
}

export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
