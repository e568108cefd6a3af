/**
 * The last step in every language: only letters (and the digits that a reader left), spaces and `. , ; : ? ! ' -` stay, each mark where a voice makes
 * sense of it, and the line ends with one, so that the voice falls. Brackets and dashes become the pauses they stand for; quotes and all else go.
 */
export function tidyPunctuation(text: string): string {
  return (
    text
      .replace(/[()[\]{}]|(?<!\s)\s*[\u2013\u2014]+\s*|\s-+\s|-{2,}/g, ', ')
      .replace(/(?<!\.)\.{2,}(?!\.)(?=\s*(?:\p{Lu}|$))/gu, '. ')
      .replace(/\.{2,}/g, ', ')
      .replace(/[^\p{L}\p{M}\d\s.,;:?!'-]/gu, ' ')
      .replace(/(?<!\p{L})['-]+|['-]+(?!\p{L})/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/ ?[.,;:?!](?:[ .,;:?!]*[.,;:?!])?/g, (marks) => strongest(marks))
      // But a dot within a name such as Wired.com, which voices read.
      .replace(/[,;:?!](?=\p{L})|\.(?=\p{L})(?!(?<=\p{Lu}\p{L}+\.)(?:com|org|net)\b)/gu, '$& ')
      .replace(/^[\s.,;:?!]+|[\s,;:]+$/g, '')
      .trim()
      .replace(/[\p{L}\p{M}\d]$/u, '$&.')
  );
}

/** Of several marks in a row the one that a reader would hear. */
function strongest(marks: string): string {
  for (const mark of ['?', '!', '.', ':', ';']) if (marks.includes(mark)) return mark;
  return ',';
}
