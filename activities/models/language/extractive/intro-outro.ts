import type { HarvestedSource } from '../../../script/harvested-source.js';
import { describeSource, listAloud } from './attribution.js';
import type { DraftSection } from './compose.js';

/** The listener waits for the first line, so it is short; the second names where all of it comes from. */
export function introOf(
  title: string,
  sources: readonly HarvestedSource[],
  names: readonly string[],
): DraftSection {
  const asker = names.length > 1 ? 1 : 0;
  const first =
    title.split(' ').length <= 9 && !/[?!.]$/.test(title) ? `Today: ${title}.` : 'Hello, and welcome.';
  const fromSources = `${origin(sources)} An AI chose the extracts and reads them to you.`;
  if (names.length === 1) return { title: 'INTRO', lines: [line(0, first), line(0, fromSources)] };
  return {
    title: 'INTRO',
    lines: [
      line(0, first),
      line(
        asker,
        `${greeting(names)}${sources.length === 1 ? 'What is our source?' : 'What are our sources?'}`,
      ),
      line(0, fromSources),
    ],
  };
}

export function outroOf(sources: readonly HarvestedSource[], names: readonly string[]): DraftSection {
  const thanks = 'Thank you for listening.';
  const sourcesAgain = `The words came from ${listAloud(sources.map(describeSource).slice(0, 5))}; choosing and reading them was the work of an AI.`;
  if (names.length === 1) return { title: 'OUTRO', lines: [line(0, `${sourcesAgain} ${thanks}`)] };
  return {
    title: 'OUTRO',
    lines: [line(1, 'And there we leave it for today.'), line(0, sourcesAgain), line(1, thanks)],
  };
}

/** Hosts introduce themselves when their names are people's names, not "Host A". */
function greeting(names: readonly string[]): string {
  const [first, second] = names;
  if (!isName(first) || !isName(second)) return 'Welcome. ';
  const others = names.slice(2).filter(isName);
  return `I’m ${second}, here with ${listAloud([first, ...others])}. `;
}

function isName(name: string | undefined): name is string {
  if (name === undefined || !/^\p{Lu}\p{Ll}{1,14}$/u.test(name)) return false;
  return !/^(Host|Guest|Speaker|Narrator|Voice|Moderator)$/.test(name);
}

function origin(sources: readonly HarvestedSource[]): string {
  const named = sources.map(describeSource);
  if (named.length === 1) return `${named[0] ?? ''}.`;
  if (named.length <= 4) return `We have ${numberWord(named.length)}: ${listAloud(named)}.`;
  return `We have ${named.length} sources, among them ${listAloud(named.slice(0, 3))}.`;
}

function numberWord(count: number): string {
  return (
    ['no sources', 'one source', 'two sources', 'three sources', 'four sources'][count] ?? `${count} sources`
  );
}

function line(speaker: number, text: string): { speaker: number; text: string; refs: [] } {
  return { speaker, text, refs: [] };
}
