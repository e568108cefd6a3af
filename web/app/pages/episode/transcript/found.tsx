/** A text in which what is searched for is marked. */
export function Found({ text, wanted }: { text: string; wanted: RegExp | undefined }) {
  if (wanted === undefined) return text;
  const parts: { text: string; isFound: boolean; at: number }[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(wanted)) {
    parts.push({ text: text.slice(from, index), isFound: false, at: from });
    parts.push({ text: found, isFound: true, at: index });
    from = index + found.length;
  }
  parts.push({ text: text.slice(from), isFound: false, at: from });
  return parts.map((part) => (part.isFound ? <mark key={`found ${part.at}`}>{part.text}</mark> : part.text));
}
