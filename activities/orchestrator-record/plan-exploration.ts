import type { DepthMode } from '../../workflows/contract/discovery.js';
import type { TopicQuery } from '../../workflows/contract/topics.js';

/** A word or phrase, and in how many of the stored topics it is. */
export type Keyword = { text: string; topics: number };

/** The most specific words that are combined with each other first. */
const core = 3;

/**
 * The queries of an exploration, those that are nearest to what it asks for first.
 *
 * `deeper` wants two of the keywords at once: first of the three that the fewest topics have, then one of these with
 * any other, at last the most specific one alone, as long as it is not the only topic's own. `broader` wants any one
 * of the words that most topics have, at last whatever is new in the category.
 */
export function planExploration(
  keywords: readonly Keyword[],
  depth: DepthMode,
  category: string | undefined,
): TopicQuery[] {
  return depth === 'deeper' ? deeper(keywords) : broader(keywords, category);
}

function deeper(keywords: readonly Keyword[]): TopicQuery[] {
  const specificFirst = [...keywords].sort((a, b) => a.topics - b.topics).map(({ text }) => text);
  const first = specificFirst.slice(0, core);
  const inner = pairs(first);
  const outer = first.flatMap((one) => specificFirst.slice(core).map((other) => `${one} ${other}`));
  const alone = keywords.length === 1 ? specificFirst[0] : rarestShared(keywords);
  return [inner, outer, alone === undefined ? [] : [alone]]
    .filter((alternatives) => alternatives.length > 0)
    .map((alternatives) => ({ query: alternatives.join(', ') }));
}

/** A word that only the topic itself has leads to nothing else. */
function rarestShared(keywords: readonly Keyword[]): string | undefined {
  return keywords.filter(({ topics }) => topics > 1).sort((a, b) => a.topics - b.topics)[0]?.text;
}

function broader(keywords: readonly Keyword[], category: string | undefined): TopicQuery[] {
  const generalFirst = [...keywords].sort((a, b) => b.topics - a.topics).map(({ text }) => text);
  const general = generalFirst.slice(0, Math.max(core, Math.ceil(keywords.length / 2)));
  // A phrase would want all its words at once, which is narrow.
  const words = [...new Set(general.flatMap((text) => text.split(/\s+/)))];
  return [
    ...(words.length > 0 ? [{ query: words.join(', ') }] : []),
    ...(category === undefined ? [] : [{ categories: [category] }]),
  ];
}

function pairs(texts: readonly string[]): string[] {
  return texts.flatMap((one, at) => texts.slice(at + 1).map((other) => `${one} ${other}`));
}
