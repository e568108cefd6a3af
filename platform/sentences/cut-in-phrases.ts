/** What is longer and has neither commas nor an end is no sentence, but speech written down as it came (words). */
const longUnpunctuated = { withoutEnd: 40, withEnd: 90 };

/** No sentence is longer; what is was never meant as one (characters). */
const maxSentenceLength = 1_000;

/** Of a phrase, in words. */
const fewest = 7;
const most = 24;

/** Words that people begin the next thing with, the surest first. They see the word and the one behind it. */
const beginnings: readonly RegExp[] = [
  /^(?:and|but|so|then|because|however|after|although) (?:it|he|she|they|we|you|I|there|this|that)$/i,
  /^(?:it|he|she|they|we|you|I|there|this|that) (?:is|was|are|were|has|had|have|will|would|can|could|did|does|\w+ed)$/i,
  /^(?:but|so|then|because|however|although|until|when|while) /i,
  /^(?:and|after|which|who|where|before|in|on|at|for|as|if|with|since|from) (?!him\b|her\b|them\b|me\b|us\b|it$)/i,
];

/** Text without full stops, such as a transcript, in phrases of one breath; no word is lost. Other text is returned whole. */
export function cutInPhrases(sentence: string): string[] {
  const words = sentence.split(' ');
  const marks = sentence.match(/[.,;:!?…—–](?=\s|$)/gu)?.length ?? 0;
  const hasEnd = /[.!?…]["”’)\]]*$/u.test(sentence);
  const isLong = words.length > (hasEnd ? longUnpunctuated.withEnd : longUnpunctuated.withoutEnd);
  const isUnpunctuated = isLong && marks <= words.length / longUnpunctuated.withoutEnd;
  if (!isUnpunctuated && sentence.length <= maxSentenceLength) return [sentence];
  const phrases: string[] = [];
  let from = 0;
  while (words.length - from > most) {
    const end = endOf(words, from);
    phrases.push(words.slice(from, end).join(' '));
    from = end;
  }
  return [...phrases, words.slice(from).join(' ')].filter((phrase) => phrase !== '');
}

/** Behind the last clause mark; else before a word that begins something; else after a full breath. */
function endOf(words: readonly string[], from: number): number {
  const places = Array.from({ length: most - fewest }, (_, at) => from + fewest + at);
  const marked = places.findLast((at) => /[.,;:!?…]["”’)]*$/u.test(words[at - 1] ?? ''));
  if (marked !== undefined) return marked;
  for (const beginning of beginnings) {
    const found = places.find((at) => beginning.test(`${words[at] ?? ''} ${words[at + 1] ?? ''}`));
    if (found !== undefined) return found;
  }
  return from + most;
}
