const longest = 100;

/** A title as the name of a file that every system takes. */
export function fileName(title: string, ending: string): string {
  const name = title
    .normalize('NFC')
    // Separators and what Windows refuses; control characters.
    .replaceAll(/[/\\:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
    // A leading dot hides a file, and Windows drops trailing ones.
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  return `${name === '' ? 'Episode' : name}.${ending}`;
}
