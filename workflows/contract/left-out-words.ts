import { leftOutReasons, type LeftOut, type LeftOutCount, type LeftOutReason } from './left-out.js';

/** How a reason is said of one piece and of several: "one table", "3 tables". */
const names: Record<LeftOutReason, { one: string; many: string }> = {
  boilerplate: { one: 'piece of the page around the article', many: 'pieces of the page around the article' },
  hidden: { one: 'hidden text', many: 'hidden texts' },
  navigation: { one: 'menu or list of links', many: 'menus and lists of links' },
  paywall_notice: { one: 'notice of a paywall', many: 'notices of a paywall' },
  consent_notice: { one: 'notice about cookies or consent', many: 'notices about cookies or consent' },
  table: { one: 'table', many: 'tables' },
  code_block: { one: 'block of code', many: 'blocks of code' },
  formula: { one: 'formula', many: 'formulas' },
  picture: { one: 'picture or its caption', many: 'pictures or their captions' },
  footnote: { one: 'footnote', many: 'footnotes' },
  reference_list: { one: 'entry of a list of references', many: 'entries of lists of references' },
  front_matter: { one: 'block of front matter', many: 'blocks of front matter' },
  deleted_text: { one: 'deleted text', many: 'deleted texts' },
  page_without_text: { one: 'page without text', many: 'pages without text' },
  link: { one: 'address of a page', many: 'addresses of pages' },
  duplicate: { one: 'repeated sentence', many: 'repeated sentences' },
  other_language: { one: 'passage in another language', many: 'passages in another language' },
  not_speakable: { one: 'sentence that no voice can say', many: 'sentences that no voice can say' },
  overlong: {
    one: 'passage with overlong words or sentences',
    many: 'passages with overlong words or sentences',
  },
  too_short: { one: 'sentence of a few words', many: 'sentences of a few words' },
  not_a_sentence: { one: 'piece that is no whole sentence', many: 'pieces that are no whole sentences' },
  about_the_text: { one: 'sentence about the text itself', many: 'sentences about the text itself' },
  first_person: { one: 'sentence in the first person', many: 'sentences in the first person' },
  question: { one: 'question', many: 'questions' },
  heading: { one: 'heading', many: 'headings' },
  leans_on_left_out: {
    one: 'sentence that cannot be understood without one that was left out',
    many: 'sentences that cannot be understood without one that was left out',
  },
  no_room: {
    one: 'sentence for which the length asked for had no room',
    many: 'sentences for which the length asked for had no room',
  },
};

/** The counts by reason, in the order in which reasons are listed. */
export function countLeftOut(leftOut: readonly LeftOut[]): LeftOutCount[] {
  const counts = new Map<LeftOutReason, { pieces: number; words: number }>();
  for (const { reason, words, pieces = 1 } of leftOut) {
    const count = counts.get(reason) ?? { pieces: 0, words: 0 };
    counts.set(reason, { pieces: count.pieces + pieces, words: count.words + words });
  }
  return leftOutReasons.flatMap((reason) => {
    const count = counts.get(reason);
    return count === undefined ? [] : { reason, in_words: inWords(reason, count.pieces), ...count };
  });
}

/** "one table", "3 tables". */
export function inWords(reason: LeftOutReason, pieces: number): string {
  const { one, many } = names[reason];
  return pieces === 1 ? `one ${one}` : `${pieces} ${many}`;
}

/** "9 tables, 3 questions and one formula". */
export function listLeftOut(counts: readonly LeftOutCount[]): string {
  const items = counts.map(({ in_words }) => in_words);
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
