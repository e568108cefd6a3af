import type { HarvestedSource } from '../../../script/harvested-source.js';

/**
 * How a source is named aloud: in full the first time, then short. `plural` is for the verb. `quotes` marks a source
 * that is somebody's own account, whose sentences are said as quotations.
 */
export type Voice = {
  full: string;
  short: string;
  plural: boolean;
  verb: string;
  quotes: boolean;
  /** An author or a site is known, not only a title. */
  hasName: boolean;
};

export function voiceOf(source: HarvestedSource, quotes: boolean): Voice {
  if (source.byline !== undefined) {
    const plural = /\band\b|&|,/.test(source.byline);
    const surname = source.byline.split(' ').at(-1) ?? source.byline;
    return {
      full: source.byline,
      short: plural ? 'the authors' : surname,
      plural,
      verb: 'write',
      quotes,
      hasName: true,
    };
  }
  if (source.site_name !== undefined) {
    return {
      full: source.site_name,
      short: source.site_name,
      plural: false,
      verb: 'report',
      quotes,
      hasName: true,
    };
  }
  const noun = source.kind === 'url' ? 'the article' : 'the text';
  return {
    full: `${noun} “${source.title}”`,
    short: noun,
    plural: false,
    verb: quotes ? 'say' : 'explain',
    quotes,
    hasName: false,
  };
}

/** Ways to name the source again; all end with a colon, so that the sentence stays as it is. */
const openings: readonly ((voice: Voice, opensSection: boolean) => string)[] = [
  ({ short }) => `In ${possessive(short)} words:`,
  ({ short, plural }) => `As ${short} ${plural ? 'put' : 'puts'} it:`,
  ({ short, verb, plural }) => `${sentenceStart(short)} ${conjugate(verb, plural)}:`,
  ({ short, plural }, opensSection) =>
    opensSection ? `Back to ${short}:` : `${sentenceStart(short)} ${plural ? 'go' : 'goes'} on:`,
];

/**
 * Names the source before a statement: in full the first time, later in changing words.
 *
 * @param occasion how often this source was named before, whether a section opens with it, and whether the statement
 * is somebody's own: the "I" of a source without a name is its author's
 */
export function attribute(
  voice: Voice,
  occasion: { time: number; opens: boolean; own: boolean },
  statement: string,
): string {
  const { time, opens, own } = occasion;
  if (own && !voice.hasName) return `The author ${time % 2 === 0 ? 'writes' : 'goes on'}: ${statement}`;
  const opening = time === 0 ? undefined : openings[(time - 1) % openings.length];
  if (opening === undefined)
    return `${sentenceStart(voice.full)} ${conjugate(voice.verb, voice.plural)}: ${statement}`;
  return `${opening(voice, opens)} ${statement}`;
}

/** Names who answers in an interview: in full the first time. */
export function attributeSpeech(label: string, isNew: boolean, statement: string): string {
  return `${isNew ? label : (label.split(' ').at(-1) ?? label)} says: ${statement}`;
}

/** How INTRO and OUTRO name a source. */
export function describeSource(source: HarvestedSource): string {
  const title = `“${source.title}”`;
  if (source.byline !== undefined && source.site_name !== undefined) {
    return `${title} by ${source.byline}, from ${source.site_name}`;
  }
  if (source.byline !== undefined) return `${title} by ${source.byline}`;
  if (source.site_name !== undefined && source.site_name !== source.title)
    return `${title} from ${source.site_name}`;
  return title;
}

/** "a", "a and b", "a, b and c". */
export function listAloud(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

function conjugate(verb: string, plural: boolean): string {
  return plural ? verb : `${verb}s`;
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
