/** One line, in characters: some forty seconds. Above it a sentence of its own is cut, too. */
const maxLineLength = 600;

/** What the segmenter takes grows with the square of the length (characters). */
const segmentedAtOnce = 4_000;

const spoken = /[\p{L}\p{N}]/u;

/**
 * Cuts a text into lines that a voice can say in one go: paragraphs, then whole sentences, then words. Pieces without
 * a letter or digit (rows of stars) are left out.
 */
export function splitSpeech(text: string, language: string): string[] {
  return text
    .split(/\n\s*\n/)
    .flatMap((paragraph) => joined(sentencesOf(paragraph.replace(/\s+/g, ' ').trim(), language)))
    .filter((line) => spoken.test(line));
}

function sentencesOf(paragraph: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences: string[] = [];
  let from = 0;
  while (from < paragraph.length) {
    const piece = paragraph.slice(from, from + segmentedAtOnce);
    const found = Array.from(segmenter.segment(piece), ({ segment }) => segment);
    // The last one may go on behind the piece, unless it fills it.
    if (from + piece.length < paragraph.length && found.length > 1) found.pop();
    for (const sentence of found) {
      sentences.push(...cutLong(sentence.trim()));
      from += sentence.length;
    }
  }
  return sentences;
}

/** At the last blank that leaves a line; languages without blanks are cut anywhere. */
function cutLong(sentence: string): string[] {
  if (sentence.length <= maxLineLength) return [sentence];
  const blank = sentence.lastIndexOf(' ', maxLineLength);
  const cut = blank > 0 ? blank : maxLineLength;
  return [sentence.slice(0, cut), ...cutLong(sentence.slice(cut).trimStart())];
}

function joined(sentences: string[]): string[] {
  const lines: string[] = [];
  for (const sentence of sentences) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + sentence.length < maxLineLength)
      lines[lines.length - 1] = `${last} ${sentence}`;
    else lines.push(sentence);
  }
  return lines;
}
