import { countWords } from '../../../../platform/count-words.js';
import type { LeftOutReason } from '../../../../workflows/contract/left-out.js';
import { spokenText } from './spoken-text.js';
import type { Sentence } from './split-sentences.js';

/**
 * What pages say to their visitors. It tells by how a sentence begins and where it stands; the words alone do not,
 * since there are articles about cookies, copyright and advertising.
 */
const toVisitors =
  /^[\W_]*(?:please )?(?:subscribe\b|sign (?:up|in)\b|log in\b|click (?:here|below|on)\b|follow us\b|share this\b|like us\b|join (?:our|us)\b|download (?:the|our) app\b|leave a (?:comment|reply)\b|read (?:more|also|next)\b|see also\b|related(?: articles?| stories| posts?| topics?)?:|more (?:from|on|stories)\b|photo(?:graph)?s?(?: credits?| by)?:|(?:image|picture)s?(?: credits?| by)?:|credits?:|sources?:|tags?:|filed under\b|posted (?:on|in|by)\b|(?:last )?updated(?: on|:)|published(?: on|:)|all rights reserved\b|copyright (?:©|\(c\)|\d{4})|©|advertisement\b|sponsored(?: content| by)?:|(?:this|our) (?:web ?site|site|page) uses cookies\b|we use cookies\b|by (?:continuing|using|clicking)\b.{0,60}\b(?:agree|accept|consent)\b|accept (?:all )?cookies\b|(?:please )?enable javascript\b|your browser (?:does not|doesn['’]t|is not|is out)\b|unsubscribe\b|terms of (?:use|service)\b|privacy policy\b|getty images\b|disclosure:|follow .{1,40} on (?:twitter|facebook|instagram)\b|(?:get|receive) (?:our|the latest) .{0,40}\b(?:newsletter|inbox)\b)/iu;

/** A sentence of so few words is taken for what it begins like, wherever it stands. */
const fewWords = 8;

/** What books say about themselves: figures nobody sees, notes nobody reads. */
const aboutText =
  /^[\W_]*(?:see|cf\.?|compare) (?:also )?(?:fig(?:ure|s?\.)?|page|pp?\.|chapter|table|section|note|plate|above|below)\b|^(?:fig(?:ure|\.)|table|plate) \d{1,4}[.:]|\b(?:adjoining|accompanying|annexed) (?:figure|diagram|plate|illustration)\b|\bhead of this chapter\b|\bibid\b|\bop\. cit\b|^DOI:/iu;

/** A page's or a letter's address. */
const address = /\b(?:https?:\/\/|www\.)\S{1,200}|\S{1,60}@\S{1,100}/giu;

/** Listeners cannot follow a link: a sentence that only points at one tells them nothing. */
const pointsAtAddress =
  /^[\W_]*(?:please |to )?(?:for (?:more|further|additional) (?:information|details)|learn more|find out more|visit|see|go to)\b[^\n]{0,200}\b(?:https?:\/\/|www\.)[^\s]{1,200}$/iu;

export type UsableRules = { canSpeak?: ((text: string) => boolean) | undefined };

/** Whether a sentence can be said aloud, on its own or after its predecessor. */
export function isUsable(sentence: Sentence, rules: UsableRules): boolean {
  return whyLeftOut(sentence, rules) === undefined;
}

/** Why a sentence cannot be said; undefined when it can. */
export function whyLeftOut(sentence: Sentence, rules: UsableRules): LeftOutReason | undefined {
  const { text } = sentence;
  if (sentence.isCut === true) return /https?:\/\/|www\./i.test(text) ? 'link' : 'overlong';
  const bare = text.replace(address, ' ');
  if (bare !== text && (countWords(bare) < 3 || pointsAtAddress.test(text))) return 'link';
  if (isCode(text)) return 'code_block';
  if (toVisitors.test(text) && (sentence.apart === true || sentence.words <= fewWords)) return 'boilerplate';
  if (aboutText.test(text)) return 'about_the_text';
  const letters = bare.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const digits = bare.match(/\p{N}/gu)?.length ?? 0;
  if (letters === 0 || (letters < 2 && digits === 0)) return 'not_a_sentence';
  if (letters + digits < bare.trim().length * 0.55) return 'not_speakable';
  // Last, since it reads the whole sentence as a voice would.
  return rules.canSpeak?.(spokenText(sentence)) === false ? 'not_speakable' : undefined;
}

/** Signs of a program, not of a sentence that has one in it. */
function isCode(text: string): boolean {
  const signs = text.match(/[{}<>|\\=]/gu)?.length ?? 0;
  return signs > 2 && signs > text.length * 0.04;
}

/** Speech of one person to another: in a host's mouth it needs to be said whose words they are. */
const firstPerson = /\b(?:I(?!\.)|I['’](?:m|ve|d|ll)|me|my|myself|mine)\b/;
const plural = /\b(?:we|us|our|ours|ourselves)\b/i;

/** "World War I", "Elizabeth I": always a numeral, since rulers' names and words for rows come before it. */
const rulersI =
  /\b(?:War|(?:King|Queen|Pope|Emperor|Empress|Tsar|Sultan|Shah|Prince) \p{Lu}\p{Ll}+|Elizabeth|Charles|James|William|George|Francis|Franz Joseph|Nicholas|Alexander|Ferdinand|Frederick|Joseph|Leopold|Otto|Peter|Philip|Richard|Napoleon|Edward|Darius|Ptolemy|Xerxes|Justinian|Constantine|Theodosius|Wilhelm|Ramesses|Thutmose|Seti|Phase|Type|Part|Book|Volume|Chapter|Class|type|class|phase|part|book|volume|chapter|stage|group|grade) I\b/gu;

/** Somebody telling of his own doing ("we began", "I saw") or speaking to people ("we must", "let us"). */
const ownAccount =
  /\b(?:my|I)\b|\bwe (?:then |also |soon |finally |again |reluctantly |therefore )*(?:had|were|did|\w+ed|found|began|saw|made|took|knew|went|met|built|became|thought|felt|shall|must|choose|will|mean|intend|dare)\b|\blet us\b/i;

/** A source of which a good part is somebody's own account is presented as quotation. */
export function quotesAuthor(sentences: readonly Sentence[]): boolean {
  const own = sentences.filter(
    ({ text, label }) => label === undefined && ownAccount.test(ownWords(text)),
  ).length;
  return own > sentences.length * 0.15;
}

export function isFirstPerson(text: string): boolean {
  const bare = ownWords(text);
  return firstPerson.test(bare) || plural.test(bare);
}

/** One person's "I": the host would be taken for it. */
export function saysI(text: string): boolean {
  return firstPerson.test(ownWords(text));
}

/** Without what others are quoted with, and without numerals that look like the pronoun. */
function ownWords(text: string): string {
  return text.replace(/“[^“”]*”|"[^"]*"/g, '').replace(rulersI, '');
}
