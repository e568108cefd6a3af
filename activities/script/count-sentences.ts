/** Sentences as a listener counts them: what is said up to a full stop, a question mark or an exclamation mark. */
export function countSentences(text: string): number {
  const ends = text.match(/[.!?…]["”’)]{0,3}(?=\s|$)/gu)?.length ?? 0;
  const abbreviations =
    text.match(/(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Prof|vs|e\.g|i\.e|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.(?=\s)/gu)
      ?.length ?? 0;
  return Math.max(1, ends - abbreviations);
}
