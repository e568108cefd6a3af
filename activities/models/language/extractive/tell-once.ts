import type { Work } from './in-turns.js';
import { isTelling, numbersIn } from './numbers-in.js';
import type { LeftOutSentence, Passage } from './passages.js';
import type { Sentence } from './split-sentences.js';

/** Sources are reports of one story when their content words overlap by this much (cosine of the sets). */
const sameStory = 0.3;

/** Sentences say the same when they share so many content words, as a number and as parts of either. */
const same = { words: 3, ofShorter: 0.6, ofOwn: 0.5 };

/** Two short sentences of one story with one large number say the same of it (content words). */
const shortSentence = 10;

/** Words that very many sentences hold do not tell sentences apart; of each, so many sentences are looked at. */
const mostSentences = 60;

/** What a sentence is compared by. */
type Known = { sentence: Sentence; stems: ReadonlySet<string>; numbers: ReadonlySet<string> };

/**
 * One story is told once, however many sources tell it: what the fullest source says already is left out of the others.
 * Where they name different numbers for the same thing, both sentences stand side by side.
 * @param leftOut is given what is left out
 */
export function* tellOnce(passages: readonly Passage[], leftOut: LeftOutSentence[]): Work<Passage[]> {
  const bySource = new Map<number, Passage[]>();
  for (const passage of passages) {
    const own = bySource.get(passage.sourceAt) ?? [];
    own.push(passage);
    bySource.set(passage.sourceAt, own);
  }
  if (bySource.size < 2) return [...passages];
  const known = new Map<Sentence, Known>();
  const vocabularies = new Map<number, Set<string>>();
  for (const { sentences, sourceAt } of passages) {
    yield;
    for (const sentence of sentences) {
      const stems = stemsOf(sentence);
      known.set(sentence, { sentence, stems, numbers: numbersIn(sentence.text) });
      const vocabulary = vocabularies.get(sourceAt) ?? new Set<string>();
      for (const stem of stems) vocabulary.add(stem);
      vocabularies.set(sourceAt, vocabulary);
    }
  }
  const fullestFirst = [...bySource.values()].sort((one, other) => wordsOf(other) - wordsOf(one));
  const areOne = storyTest(vocabularies);
  const told = new Index();
  const repeats = new Set<Sentence>();
  const disputes = new Map<Sentence, Sentence[]>();
  for (const own of fullestFirst) {
    const fresh: Known[] = [];
    for (const passage of own) {
      yield;
      for (const sentence of passage.sentences) {
        const entry = known.get(sentence);
        if (entry === undefined) continue;
        const match = told.find(entry, areOne);
        if (match === undefined) fresh.push(entry);
        else if (match.differs)
          disputes.set(match.sentence, [...(disputes.get(match.sentence) ?? []), sentence]);
        else repeats.add(sentence);
      }
    }
    for (const entry of fresh) told.add(entry);
  }
  return merged(passages, repeats, disputes, leftOut);
}

/** Sentences by the words and numbers that they hold. */
class Index {
  readonly #byTerm = new Map<string, Known[]>();

  add(entry: Known): void {
    for (const term of [...entry.stems, ...entry.numbers]) {
      const entries = this.#byTerm.get(term) ?? [];
      if (entries.length < mostSentences) entries.push(entry);
      this.#byTerm.set(term, entries);
    }
  }

  /** The sentence that says the same, or the same but for a number. */
  find(
    entry: Known,
    areOne: (one: Sentence, other: Sentence) => boolean,
  ): { sentence: Sentence; differs: boolean } | undefined {
    const shared = new Map<Known, number>();
    for (const stem of entry.stems) {
      for (const other of this.#byTerm.get(stem) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const number of entry.numbers) {
      for (const other of this.#byTerm.get(number) ?? []) shared.set(other, shared.get(other) ?? 0);
    }
    const likely = [...shared].filter(([{ numbers }, count]) => count >= same.words || numbers.size > 0);
    for (const [other, count] of likely.sort(([, one], [, next]) => next - one)) {
      const isAlike =
        count >= same.words &&
        count >= Math.min(entry.stems.size, other.stems.size) * same.ofShorter &&
        count >= entry.stems.size * same.ofOwn;
      const own = [...entry.numbers].filter((number) => !other.numbers.has(number));
      const others = [...other.numbers].filter((number) => !entry.numbers.has(number));
      if (isAlike && own.length === 0) return { sentence: other.sentence, differs: false };
      if (!areOne(entry.sentence, other.sentence)) continue;
      if (isAlike && own.length === 1 && others.length === 1)
        return { sentence: other.sentence, differs: true };
      const isShort = entry.stems.size <= shortSentence && other.stems.size <= shortSentence;
      const sharesNumber = [...entry.numbers].some(
        (number) => other.numbers.has(number) && isTelling(number),
      );
      if (sharesNumber && isShort && own.length === 0) return { sentence: other.sentence, differs: false };
    }
    return undefined;
  }
}

/** A passage goes when others say all of it; what needed it stands by itself. A disputed sentence is followed by the other. */
function merged(
  passages: readonly Passage[],
  repeats: ReadonlySet<Sentence>,
  disputes: ReadonlyMap<Sentence, readonly Sentence[]>,
  leftOut: LeftOutSentence[],
): Passage[] {
  const moved = new Set([...disputes.values()].flat());
  const gone = new Set<number>();
  const kept: Passage[] = [];
  for (const passage of passages) {
    const isTold = passage.sentences.every((sentence) => repeats.has(sentence) || moved.has(sentence));
    if (isTold) {
      gone.add(passage.at);
      const repeated = passage.sentences.filter((sentence) => !moved.has(sentence));
      leftOut.push(...repeated.map((sentence) => ({ sentence, reason: 'duplicate' as const })));
      continue;
    }
    const own = passage.sentences.filter((sentence) => !moved.has(sentence));
    kept.push({
      ...passage,
      sentences: own.flatMap((sentence) => [sentence, ...(disputes.get(sentence) ?? [])]),
    });
  }
  return kept.map(({ needs, ...passage }) =>
    needs === undefined || gone.has(needs) ? passage : { ...passage, needs },
  );
}

/** Whether two sentences are from reports of one story; each pair of sources is compared once. */
function storyTest(
  vocabularies: ReadonlyMap<number, ReadonlySet<string>>,
): (one: Sentence, other: Sentence) => boolean {
  const known = new Map<string, boolean>();
  return (one, other) => {
    const key = `${one.sourceAt} ${other.sourceAt}`;
    const answer =
      known.get(key) ?? areAlike(vocabularies.get(one.sourceAt), vocabularies.get(other.sourceAt));
    known.set(key, answer);
    return answer;
  };
}

function areAlike(own: ReadonlySet<string> = new Set(), others: ReadonlySet<string> = new Set()): boolean {
  let shared = 0;
  for (const stem of own) if (others.has(stem)) shared += 1;
  return shared > 0 && shared >= Math.sqrt(own.size * others.size) * sameStory;
}

function stemsOf({ tokens }: Sentence): Set<string> {
  const content = tokens.filter(({ isWord, isStop, stem }) => isWord && !isStop && stem.length > 2);
  return new Set(content.map(({ stem }) => stem).filter((stem) => !/\d/.test(stem)));
}

function wordsOf(passages: readonly Passage[]): number {
  return passages.flatMap(({ sentences }) => sentences).reduce((sum, { words }) => sum + words, 0);
}
