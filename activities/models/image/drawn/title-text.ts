/** Longest title that is set, in characters as people count them. */
const maxTitleLength = 120;

/** What one picture prompt has around its subject, in the words that people and language models use. */
const preamble =
  /^(?:(?:please\s+)?(?:create|draw|make|generate|design|paint)\s+)?(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?(?:cover(?:\s+art|\s+image)?|illustration|image|picture|painting|photo(?:graph)?|drawing|artwork|poster|render(?:ing)?)\s+(?:for\s+(?:an?\s+|the\s+)?(?:podcast\s+)?(?:episode|podcast|show)\s+)?(?:of|about|on|for|showing|depicting|titled|called|named)?\s*:?\s*/i;

/** The title as it can be set: one line, no control characters, at most 120 characters. */
export function tidyTitle(title: string): string {
  const plain = title
    .normalize('NFC')
    // Overrides of direction could turn a title round; its own letters say which way it reads.
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return cutAtWord(plain, maxTitleLength);
}

/** What a prompt is about, as a title: the words in quotes, else its subject up to the first comma or full stop. */
export function titleOfPrompt(prompt: string): string {
  const plain = tidyTitle(prompt.slice(0, 2_000).replace(/[*_#`]/g, ''));
  const quoted = /["“„«]([^"”“»]{2,120})["”“»]/.exec(prompt.replace(/\s+/g, ' '))?.[1];
  const subject = quoted ?? plain.replace(preamble, '').split(/[.,;:!?]\s|\s[-–—]\s/)[0] ?? '';
  const words = tidyTitle(subject).replace(/[.,;:]+$/, '');
  const short = cutAtWord(words, 70);
  return short.charAt(0).toLocaleUpperCase('en') + short.slice(1);
}

/** Whether the first letter that has a direction is one of a script that runs from right to left. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first);
}

/** User-perceived characters: an emoji with its modifiers is one. */
export function graphemes(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}

function cutAtWord(text: string, max: number): string {
  const characters = graphemes(text);
  if (characters.length <= max) return text;
  const cut = characters.slice(0, max - 1).join('');
  const atWord = cut.replace(/\s+\S*$/, '');
  // A text without spaces has no better place to be cut.
  const kept = atWord.length > cut.length / 2 ? atWord : cut;
  return `${kept.replace(/[\s.,;:–—-]+$/, '')}…`;
}
