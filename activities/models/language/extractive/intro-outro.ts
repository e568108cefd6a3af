import type { SourceRef } from '../../../../workflows/contract/script.js';
import type { HarvestedSource } from '../../../script/harvested-source.js';
import { describeSource, listAloud } from './attribution.js';
import type { DraftLine, DraftSection } from './compose.js';

/** A sentence of a source at one end of the episode. */
export type Quotation = { text: string; refs: SourceRef[] };

/** The listener waits for the first line, so it is short; the last one names where all of it comes from. */
export function introOf(
  title: string,
  sources: readonly HarvestedSource[],
  names: readonly string[],
  hook: Quotation | undefined,
): DraftSection {
  const asker = names.length > 1 ? 1 : 0;
  const first = hook === undefined ? line(0, openingOf(title)) : { speaker: 0, ...hook };
  const fromSources = `${origin(sources)} An AI chose the extracts and reads them to you.`;
  if (names.length === 1) return { title: 'INTRO', lines: [first, line(0, fromSources)] };
  const question = sources.length === 1 ? 'What is our source?' : 'What are our sources?';
  return {
    title: 'INTRO',
    lines: [first, line(asker, `${greeting(names)}${question}`), line(0, fromSources)],
  };
}

/** What the title says, where it says it shortly. */
function openingOf(title: string): string {
  const words = title.split(' ').length;
  // One word may be no more than the name of a file.
  if (words < 2 || words > 8 || /[?!.:]$/.test(title)) return 'Hello, and welcome.';
  return title.length % 2 === 0 ? `${title}: here is the story.` : `${title}. Let us hear about it.`;
}

/** @param ending what the sources sum up with */
export function outroOf(
  sources: readonly HarvestedSource[],
  names: readonly string[],
  ending: Quotation | undefined,
): DraftSection {
  const thanks = 'Thank you for listening.';
  const sourcesAgain = `The words came from ${listAloud(sources.map(describeSource).slice(0, 5))}; choosing and reading them was the work of an AI.`;
  const last: DraftLine[] = ending === undefined ? [] : [{ speaker: 0, ...ending }];
  if (names.length === 1) {
    const lead = last.length === 0 ? [] : [line(0, 'One last thing to take with you.')];
    return { title: 'OUTRO', lines: [...lead, ...last, line(0, `${sourcesAgain} ${thanks}`)] };
  }
  const lead =
    ending === undefined
      ? 'And there we leave it for today.'
      : sources.length === 1
        ? 'What does our source leave us with?'
        : 'What do our sources leave us with?';
  return { title: 'OUTRO', lines: [line(1, lead), ...last, line(0, sourcesAgain), line(1, thanks)] };
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

function line(speaker: number, text: string): DraftLine {
  return { speaker, text, refs: [] };
}
