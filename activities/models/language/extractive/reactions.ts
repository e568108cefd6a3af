import type { Sentence } from './split-sentences.js';

/** What a listener might say to something, once in an episode. */
const reactions: readonly { test: RegExp; said: readonly string[] }[] = [
  {
    test: /\b(?:million|billion|trillion|hundred thousand)\b|\b\d{1,3}(?:,\d{3})+\b/i,
    said: ['That is quite a number.', 'No small figure.'],
  },
  { test: /\b(?:for the first time|the first|the only|the (?:oldest|largest|longest|highest|fastest|smallest))\b/i, said: ['That is worth remembering.'] },
  { test: /\b(?:nobody knows|no one knows|unknown|remains unclear|mystery)\b/i, said: ['So that question stays open.'] },
  { test: /\b(?:surprising(?:ly)?|unexpected(?:ly)?|to (?:everyone|everybody)['’]s surprise|astonish\w{1,5})\b/i, said: ['A surprise, then.'] },
]; // prettier-ignore

/** Nobody comments in passing on somebody's misfortune. */
const grave =
  /\b(?:dead|died?|dying|deaths?|kill\w{0,4}|murder\w{0,4}|wars?|victims?|injur\w{1,4}|wound\w{0,3}|suicide|disease|cancer|disasters?|crash\w{0,3}|attack\w{0,3}|abuse\w?|rape\w?|massacre\w?|bomb\w{0,4}|shooting|famine|refugees?|drown\w{0,3}|slave\w{0,3})\b/i;

/** So many turns are between two reactions. */
const turnsBetween = 4;

export type Reactions = { said: Set<string>; lastTurn: number };

/** A few words on what was just said, where they fit, or undefined. Remembers them. */
export function reactTo(before: Sentence, turn: number, state: Reactions): string | undefined {
  if (turn - state.lastTurn < turnsBetween || grave.test(before.text) || before.text.endsWith('?'))
    return undefined;
  const fitting = reactions.filter(({ test }) => test.test(before.text)).flatMap(({ said }) => said);
  const fresh = fitting.find((said) => !state.said.has(said));
  if (fresh === undefined) return undefined;
  state.said.add(fresh);
  state.lastTurn = turn;
  return fresh;
}
