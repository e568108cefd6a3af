import { AethercastError } from '../../../../platform/aethercast-error.js';
import { unknownIpa } from './ipa-symbols.js';
import type { Pronunciation, Pronunciations } from './pronunciations.js';

const maxEntries = 10_000;
const maxCharacters = 200;

/**
 * A pronunciation dictionary: lines `name = /phonemes/` (IPA) or `name = respelling` (letters), `#` before comments. Throws
 * VFA_INVALID_PRONUNCIATIONS with the number of the first line that is not one, and what is wrong with it.
 */
export function parsePronunciations(text: string): Pronunciations {
  const entries = new Map<string, Pronunciation>();
  const linesOf = new Map<string, number>();
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const content = line.normalize('NFC').replace(/(?:^|\s)#.*$/, '').trim(); // prettier-ignore
    if (content === '') continue;
    const number = index + 1;
    const { name, pronunciation } = parseLine(content, number);
    const first = linesOf.get(name);
    if (first !== undefined) throw invalid(number, `${JSON.stringify(name)} is in line ${first} already`);
    if (entries.size === maxEntries) throw invalid(number, `there are more than ${maxEntries} names`);
    entries.set(name, pronunciation);
    linesOf.set(name, number);
  }
  return entries;
}

function parseLine(content: string, line: number): { name: string; pronunciation: Pronunciation } {
  if (/\p{Cc}/u.test(content.replaceAll('\t', ' '))) throw invalid(line, 'it has a control character');
  const at = content.indexOf('=');
  if (at < 0) throw invalid(line, 'it has no "="; write: name = /phonemes/, or: name = respelling');
  const name = tidy(content.slice(0, at)).replaceAll('\u2019', "'");
  const said = tidy(content.slice(at + 1));
  if (name === '') throw invalid(line, 'there is no name before "="');
  if (said === '') throw invalid(line, `it does not say how to say ${JSON.stringify(name.slice(0, 40))}`);
  if (name.length > maxCharacters || said.length > maxCharacters)
    throw invalid(line, `one side has more than ${maxCharacters} characters`);
  if (!/^[\p{L}\p{N}]/u.test(name)) throw invalid(line, 'a name begins with a letter or a digit');
  return { name, pronunciation: said.startsWith('/') ? phonemesOf(said, line) : respellingOf(said, line) };
}

function phonemesOf(said: string, line: number): Pronunciation {
  const phonemes = /^\/([^/]*)\/$/.exec(said)?.[1]?.trim();
  if (phonemes === undefined) throw invalid(line, 'phonemes stand between two slashes: /ˈtaɪkoʊ/');
  if (!/\p{L}/u.test(phonemes)) throw invalid(line, 'there are no phonemes between the slashes');
  const unknown = unknownIpa(phonemes);
  if (unknown.length > 0)
    throw invalid(line, `the IPA has no ${unknown.map((symbol) => JSON.stringify(symbol)).join(', ')}`);
  return { phonemes };
}

function respellingOf(said: string, line: number): Pronunciation {
  const other = /[^\p{L}\p{M} '\u2019-]/u.exec(said)?.[0];
  if (other !== undefined)
    throw invalid(
      line,
      `a respelling is letters, spaces, hyphens and apostrophes, without ${JSON.stringify(other)}`,
    );
  if (!/\p{L}/u.test(said)) throw invalid(line, 'the respelling has no letters');
  return { respelling: said };
}

function tidy(side: string): string {
  return side.replace(/\s+/g, ' ').trim();
}

function invalid(line: number, reason: string): AethercastError {
  return new AethercastError('VFA_INVALID_PRONUNCIATIONS', {
    message: `Line ${line} of the pronunciation dictionary: ${reason}.`,
    details: { line, reason },
  });
}
