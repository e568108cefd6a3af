import type { LeftOutReason } from '../../../../workflows/contract/left-out.js';
import type { Sentence } from './split-sentences.js';

/** Fewer words say nothing; more cannot be followed by ear, even over two lines. */
const minWords = 5;
const maxWords = 85;
/** A script takes no longer lines (characters). */
const maxLength = 1_200;

/** What pages say about themselves. */
const boilerplate =
  /\b(subscribe|newsletter|sign (up|in)|log in|cookies?|click (here|below)|all rights reserved|copyright|©|terms of (use|service)|privacy policy|advertis(ement|ing)|sponsored|share this|follow us|read more|related (articles|stories)|photo( credit)?:|image( credit)?:|getty images|download (the|our) app|leave a comment|posted (on|in|by)|filed under|updated:|javascript|your browser|e-?mail address|unsubscribe)\b/i;

/** What books say about themselves: figures nobody sees, chapters nobody reads. */
const metatext =
  /\b(see (fig|page|chapter|table|section|also|above|below)|fig(ure|s?\.)? ?\d|table \d|(this|the (next|last|previous|following|present|preceding)) (chapter|section|article|page|volume|figure)|(adjoining|accompanying|annexed) (figure|diagram|plate|illustration)|the reader|(as )?we have (already )?(seen|noted|remarked|mentioned|given)|as (mentioned|noted|described|shown) (above|below|earlier)|head of this chapter|footnote|ibid|op\. cit|(here )?we cannot (pretend|attempt)|(let me|to) repeat)\b/i;

/** Speech of one person to another; it has no meaning in a host's mouth unless the whole source speaks so. */
const firstPerson = /\b(I|I'm|I've|I'd|I'll|me|my|myself|mine)\b/;
const plural = /\b(we|us|our|ours|ourselves)\b/i;

export type UsableRules = { quotesAuthor: boolean; canSpeak?: ((text: string) => boolean) | undefined };

/** Whether a sentence can be said aloud, on its own or after its predecessor. */
export function isUsable(sentence: Sentence, rules: UsableRules): boolean {
  return whyLeftOut(sentence, rules) === undefined;
}

/** Why a sentence cannot be said aloud; undefined where it can be. */
export function whyLeftOut(sentence: Sentence, rules: UsableRules): LeftOutReason | undefined {
  const { text, words, tokens, isCut } = sentence;
  if (words > maxWords || text.length > maxLength || isCut === true) return 'overlong';
  if (words < minWords) return 'too_short';
  if (!/^["“‘'(]?[\p{Lu}\p{N}$€£]/u.test(text) || !/[.!?…]["”’)]*$/.test(text)) return 'not_a_sentence';
  if (text.endsWith('?')) return 'question';
  if (/https?:|www\.|@\w|[{}<>|\\]|_{2,}/.test(text)) return 'link';
  if (boilerplate.test(text)) return 'boilerplate';
  if (metatext.test(text)) return 'about_the_text';
  if (!tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return 'not_a_sentence';
  if (!rules.quotesAuthor && firstPerson.test(withoutQuotations(text))) return 'first_person';
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  // Last, since it reads the whole sentence as a voice would.
  return letters > text.length * 0.6 && rules.canSpeak?.(text) !== false ? undefined : 'not_speakable';
}

/** Somebody telling of his own doing ("we began", "I saw") or speaking to people ("we must", "let us"). */
const ownAccount =
  /\b(my|I)\b|\bwe (then |also |soon |finally |again |reluctantly |therefore )*(had|were|did|\w+ed|found|began|saw|made|took|knew|went|met|built|became|thought|felt|shall|must|choose|will|mean|intend|dare)\b|\blet us\b/i;

/** A source of which a good part is somebody's own account is presented as quotation. */
export function quotesAuthor(sentences: readonly Sentence[]): boolean {
  const own = sentences.filter(({ text }) => ownAccount.test(withoutQuotations(text))).length;
  return own > sentences.length * 0.15;
}

export function isFirstPerson(text: string): boolean {
  const bare = withoutQuotations(text);
  return firstPerson.test(bare) || plural.test(bare);
}

function withoutQuotations(text: string): string {
  return text.replace(/“[^“”]*”|"[^"]*"/g, '');
}
