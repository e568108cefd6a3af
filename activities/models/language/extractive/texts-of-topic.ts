import type { TopicObject } from '../../../../workflows/contract/topics.js';

/** What topic discovery keeps of an article that a topic was read in. */
type Quoted = { summary?: unknown };

/** Topic discovery keeps less of each; who sends a topic may send more. */
const maxTexts = 8;
const maxLength = 2_000;

/** What the sources say of the topic in their own words, best source first, nothing twice. */
export function textsOfTopic({ summary, original_topic_details: details }: TopicObject): string[] {
  const quoted = Array.isArray(details['summaries']) ? (details['summaries'] as Quoted[]) : [];
  const texts = quoted
    .slice(0, maxTexts)
    .map((source) => source.summary)
    .filter((text) => typeof text === 'string');
  const kept: string[] = [];
  // The topic's own summary is one of theirs, cut: it counts only where theirs are not known.
  for (const text of [...texts, ...(texts.length === 0 ? [summary] : [])].map(oneLine)) {
    if (text !== '' && !kept.includes(text)) kept.push(text);
  }
  return kept;
}

function oneLine(text: string): string {
  return text.slice(0, maxLength).replace(/\s+/g, ' ').trim();
}
