/** "Interviewer:", "John Smith:", "Q:", "DR. LEE (laughing):" at the beginning of a line, with the time before it. */
const label =
  /^(?:[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?\s*[-–]?\s*)?(\p{Lu}[\p{L}\p{M}.'’-]{0,24}(?: \p{L}[\p{L}\p{M}.'’-]{0,24}| \d{1,2}){0,3})(?: [([][^()[\]]{1,40}[)\]])?:(?=\s|$)\s*/u;

/** Who says a line, and what. */
export type SpeakerLine = { name: string; said: string };

export function speakerLine(line: string): SpeakerLine | undefined {
  const found = label.exec(line.slice(0, 160));
  return found?.[1] === undefined ? undefined : { name: found[1], said: line.slice(found[0].length) };
}

/**
 * The names that speak in a text: those that begin two lines at least, where there are two of them or more. "Note:"
 * and "Warning:" may stand often, but alone.
 */
export function speakersOf(lines: readonly string[]): ReadonlySet<string> {
  const turns = new Map<string, number>();
  for (const line of lines) {
    const name = speakerLine(line)?.name;
    if (name !== undefined) turns.set(name, (turns.get(name) ?? 0) + 1);
  }
  const often = [...turns].filter(([, count]) => count >= 2).map(([name]) => name);
  // Who answers once still speaks where somebody else asks.
  const names = often.length >= 2 ? often : often.length === 1 && turns.size === 2 ? [...turns.keys()] : [];
  return new Set([...names, ...(isQuestionAndAnswer(turns) ? ['Q', 'A', 'Question', 'Answer'] : [])]);
}

function isQuestionAndAnswer(turns: ReadonlyMap<string, number>): boolean {
  return (turns.has('Q') && turns.has('A')) || (turns.has('Question') && turns.has('Answer'));
}
