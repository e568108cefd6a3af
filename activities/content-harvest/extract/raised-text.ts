/**
 * How a raised (superscript) text is written in a line: the power of a number or a unit as "^6" or "²", "th" as it is,
 * and nothing for the mark of a note.
 * @param before what stands before it; its end is enough
 */
export function raisedText(before: string, raised: string): string {
  const text = raised.trim();
  if (/^(?:tm|sm|®|™|©)$/i.test(text)) return '';
  if (ending.test(text) && /[\p{L}\p{N}]$/u.test(before)) return raised;
  if (/^[-−–+]?\d{1,3}$/u.test(text) || /^[a-z]$/i.test(text)) {
    const power = text.replace(/[−–]/, '-');
    return hasPower(before, /[a-z]/i.test(text)) ? (squares[power] ?? `^${power}`) : '';
  }
  return /^[\s\d,;–*†‡§¶‖#[\]()a-z-]{1,12}$/u.test(text) ? '' : raised;
}

/** Of an ordinal number (19th, 1er, 2o) or an abbreviation (Mme, Mlle). */
const ending = /^(?:st|nd|rd|th|e|er|re|ère|ème|ers|o|os|me|lle)$/iu;

/** Powers belong to ten, to units behind a number, and to single letters; behind words and years stand notes. */
function hasPower(before: string, isLetter: boolean): boolean {
  const end = before.slice(-24);
  if (isLetter) return /(?:^|[^\p{L}\p{N}])(?:[a-z]|10|2)$/u.test(end);
  return (
    /(?:^|[^\d.,])10$|(?:^|[^\p{L}\p{N}])\p{L}$|[=+*/×·−-]\s?[\p{L}\d]{1,4}$/u.test(end) || unit.test(end)
  );
}

const unit =
  /(?:\d\s?|\/|\bper |\bsquare |\bcubic )(?:[kcmdµn]?m|ft|in|yd|mi|s|h|min|k?g|L|l|A|K|W|J|N|Pa|mol|pc|ly|AU)$|(?:^|[^\p{L}])[kcmµ]m$/u;

const squares: Readonly<Record<string, string>> = { 2: '²', 3: '³' };
