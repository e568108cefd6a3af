/** Words that begin sentences, and are not surnames: a dot before them is a full stop. */
export const sentenceStart =
  '(?:The|It|Its|In|On|At|But|And|This|That|These|Those|He|She|They|We|You|If|So|As|An|A|There|When|What|Why|How|His|Her|Their|Our|After|Before|For|From|Then|Nobody|Some|Many|Most|All|No|Yet|Still|Now|Today|With)\\b';

const start = new RegExp(`^\\s*(?:$|["'(]*${sentenceStart})`, 'u');

/** Whether what follows a dot begins a sentence, or there is nothing left. */
export function beginsSentence(rest: string): boolean {
  return start.test(rest.length > 40 ? rest.slice(0, 40) : rest);
}
