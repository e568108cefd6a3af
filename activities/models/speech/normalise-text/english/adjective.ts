/** Behind an amount these show that it qualifies no noun: "the $5 that he owed", "the 10 km between them". */
const noNoun =
  /^(?:that|which|who|whom|he|she|it|they|we|you|is|was|are|were|will|would|has|had|have|can|could|may|might|must|should|to|of|in|on|at|for|from|by|with|and|or|but|as|than|a|an|the|per|each|every|more|less|into|over|under|if|when|while|where|so|between|before|after|around|through|along|across|since|until|without|near|north|south|east|west|away|apart|later|ago|today|now|out|up|down|off|\p{L}+ed|paid|spent|lost|owed|made|given|set|put|cost|went|came)$/u;
const article = /(?<!\p{L})(?:([Aa]n?)( \p{Ll}+)?|[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Yy]our|[Ee]ach|[Ee]very|[Aa]nother|[Nn]ew) $/u; // prettier-ignore

/**
 * Whether the amount from `start` to `end` of a text stands before a noun as its adjective, where its unit is singular:
 * "a $5 bill", "the $100-million bridge", "a small 40cm gap".
 */
export function isAdjective(text: string, start: number, end: number): boolean {
  const rest = text.slice(end, end + 40);
  if (/^-\p{Ll}/u.test(rest)) return true;
  const lead = article.exec(text.slice(Math.max(0, start - 30), start));
  const next =
    /^ (\p{Ll}[\p{L}'-]*)/u.exec(rest)?.[1] ?? /^ \([^()]{1,20}\) (\p{Ll}[\p{L}'-]*)/u.exec(rest)?.[1];
  if (lead === null || next === undefined) return false;
  // "A wall 10m high", but "a 10m high wall".
  if (lead[2] !== undefined && /^(?:high|wide|long|deep|tall|thick|broad)$/.test(next)) return false;
  return (lead[1] !== undefined && /^(?:a|an|per)$/.test(next)) || !noNoun.test(next);
}
