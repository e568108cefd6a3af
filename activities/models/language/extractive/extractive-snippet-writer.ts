import { AethercastError } from '../../../../platform/aethercast-error.js';
import { cutAtWord } from '../../../../platform/cut-at-word.js';
import type { TopicObject } from '../../../../workflows/contract/topics.js';
import type { SnippetDraft, SnippetWriter } from '../snippet-writer.js';
import { isPlainStatement } from './plain-statement.js';
import { splitSentences, type Sentence } from './split-sentences.js';
import { textsOfTopic } from './texts-of-topic.js';

const maxSentences = 4;
/** Longer texts do not fit a card (characters). */
const maxTextLength = 600;
const maxSummaryLength = 250;
/** Sources whose name a headline may end with. */
const maxSources = 20;
/** Sentences that share this much of their words say the same. */
const sameShare = 0.6;

/** Takes whole sentences out of what the topic's sources say of themselves, and adds none. */
export const extractiveSnippetWriter: SnippetWriter = {
  provider: 'extractive',
  model: 'extractive-snippet-1',
  write: (topic) =>
    new Promise((resolve) => {
      resolve(draftSnippet(topic));
    }),
};

function draftSnippet(topic: TopicObject): SnippetDraft {
  const title = titleOf(topic);
  if (title === '') {
    throw new AethercastError('SCA_INSUFFICIENT_CONTENT', { details: { topic_id: topic.topic_id } });
  }
  const sentences = textsOfTopic(topic).map((text, at) => splitSentences(text, at).filter(isWhole));
  const chosen = inReadingOrder(choose(sentences, title));
  const [first] = chosen;
  return {
    title,
    summary: cutAtWord(first?.text ?? title, maxSummaryLength),
    // Where the sources say nothing but their headline, there is nothing to add to it.
    text: chosen.length === 0 ? title : chosen.map(({ text }) => text).join(' '),
    prompt: null,
  };
}

/** Headlines often end with who printed them: "Comet seen - The Daily Star". */
function titleOf({ title_suggestion, potential_sources }: TopicObject): string {
  const title = title_suggestion.slice(0, maxTextLength).replace(/\s+/g, ' ').trim();
  for (const { source_name: name } of potential_sources.slice(0, maxSources)) {
    const ending = title.slice(-name.length);
    const before = title.slice(0, -name.length).replace(/\s+[-–—|:·]\s*$/, '');
    const isNamed = name !== '' && ending.toLowerCase() === name.toLowerCase();
    if (isNamed && before !== '' && before.length < title.length - name.length) return before;
  }
  return title;
}

/** Feeds cut their summaries anywhere: a sentence that was cut is not what its source says. */
function isWhole({ text }: Sentence): boolean {
  return /[.!?]["”’)\]]*$/.test(text) && !/(\.\.\.|…|\[[^\]]*\])["”’)\]]*$/.test(text);
}

/**
 * The sources' first sentences before their second ones, those that stand by themselves before the others, and
 * none that says the same as the title or as one that was chosen before.
 */
function choose(bySource: readonly Sentence[][], title: string): Sentence[] {
  const all = bySource.flat().sort((a, b) => a.index - b.index || a.sourceAt - b.sourceAt);
  const usable = all.filter((sentence) => isPlainStatement(sentence));
  const chosen: Sentence[] = [];
  let characters = 0;
  for (const sentence of [...usable, ...all]) {
    if (chosen.length === maxSentences) break;
    // What does not stand by itself is better than nothing, but not than enough.
    if (chosen.length >= 2 && !usable.includes(sentence)) break;
    if (characters + sentence.text.length > maxTextLength && chosen.length > 0) continue;
    if (saysNothingNew(sentence, [title, ...chosen.map(({ text }) => text)])) continue;
    chosen.push(sentence);
    characters += sentence.text.length + 1;
  }
  return chosen;
}

function saysNothingNew({ text }: Sentence, said: readonly string[]): boolean {
  const words = wordsOf(text);
  return said.some((other) => {
    const others = wordsOf(other);
    const shared = [...words].filter((word) => others.has(word)).length;
    return shared / Math.max(1, words.size) >= sameShare;
  });
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

function inReadingOrder(sentences: readonly Sentence[]): Sentence[] {
  return [...sentences].sort((a, b) => a.sourceAt - b.sourceAt || a.index - b.index);
}
