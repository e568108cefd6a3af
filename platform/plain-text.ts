// What people type, without what nobody sees or what changes how the rest is shown.

/**
 * Never part of a text: bidirectional overrides, embeddings and isolates, which show characters in another order than they
 * are in; tags, deprecated format characters and interlinear annotation, which hide text in text.
 */
const deceptive = /[\u202a-\u202e\u2066-\u2069\u206a-\u206f\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** Of no use in one line: two names that look the same would differ. Joiners stay, since Persian and emoji need them. */
const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]/g;
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const control = /[^\P{Cc}\n\t]/gu;
const blanks = /[ \t\n]+/g;

/** Several lines: line ends are `\n`, tabs stay, other control characters go. */
export function plainText(text: string): string {
  return text.replace(lineBreaks, '\n').replace(control, '').replace(deceptive, '');
}

/** One line: also line ends and tabs become spaces, and characters of no width go. */
export function plainLine(text: string): string {
  return plainText(text)
    .replace(invisible, '')
    .replace(blanks, (run) => (/[^ ]/.test(run) ? ' ' : run));
}

/** The same for all names that look the same to a reader. */
export function lookOf(name: string): string {
  return name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}
