import type { Sentence } from './split-sentences.js';

/** Words that point back when a sentence begins with them. */
const backward =
  /^["“(]?(He|She|They|It|This|That|These|Those|Such|His|Her|Hers|Their|Theirs|Its|Him|Them|Here|There(?= (?:were|was|are|is) (?:also|no such))|But|And|Or|Nor|So|Yet|Then|Thus|Hence|Therefore|However|Moreover|Furthermore|Besides|Also|Instead|Nevertheless|Nonetheless|Still|Otherwise|Accordingly|Consequently|Meanwhile|Likewise|Similarly|Conversely|Indeed|Again|Even so|For (?:in|the|it|this|these|example|instance)|In (?:fact|other words|this|that|these|those|such|contrast|addition|turn)|At (?:this|that|these)|On (?:this|that|the (?:other|contrary))|As (?:a result|such)|The (?:latter|former|same|other|others|second|third|last|two|rest)|Another|Others|Both|Neither|Either|None|Few of|Some of|Many of|Most of|All of|One of (?:them|these|those)|Among (?:them|these|the largest)|Second|Third|Finally|Secondly|Thirdly|Lastly|Not, indeed|After (?:that|this)|Before (?:that|this)|With (?:this|that|these|those)|From (?:this|that)|To (?:this|that|employ this)|By (?:this|that)|Even (?:this|that|then|at this)|No doubt|Through (?:this|these)|Beneath this|Later(?= by)|(?:Early|Many|Some|Various|Different) [a-z]+ (?:these|those)|If, then|Upon (?:this|that)|Beyond (?:this|that))\b/;

/** "It is true that", "It was supposed": nothing is pointed at. */
const emptyIt =
  /^It (?:is|was|would be|will be|has been|may be|must be|seems?|seemed|appears?|appeared|follows|happened|so happened|took|takes|now seems)\b[^,.;]{0,40}?\b(?:that|to|not (?:till|until)|when|who|how|why|whether|customary|estimated|believed|supposed|known|the (?:wish|first|only))\b/;

/** A quotation that does not say whose it is goes on where another one ended. */
const speaking = /\b(said|says|wrote|writes|asked|added|replied|told|explained|argued|called|known as)\b/;

/** "A harbour therefore meets", "George, however, desired". */
const connective =
  /^(?:[^\s,]+ ){1,4}(?:therefore|thus|hence|accordingly|consequently|nevertheless|likewise|then)\b|^(?:[^\s,]+ ?){1,4}, (?:however|therefore|moreover|then|indeed|too|instead|meanwhile),/;

/** "The moon would be a small pea": under a condition that stands in the sentence before. */
const condition = /\b(if|unless|when|whether|that|who|which|said|says|expected?|until|wished)\b/i;

/** Whether a sentence cannot be understood without the one before: it begins with a reference or a connection. */
export function leansOnPrevious(sentence: Sentence): boolean {
  if (/^["“]/.test(sentence.text) && !speaking.test(sentence.text)) return true;
  if (emptyIt.test(sentence.text)) return false;
  if (/\bwould (be|have)\b/.test(sentence.text) && !condition.test(sentence.text)) return true;
  if (backward.test(sentence.text) || connective.test(sentence.text)) return true;
  if (/\b(?:this|these|such|the (?:latter|former|same)) [a-z]+/.test(firstClause(sentence.text))) return true;
  return hasLoosePronoun(sentence);
}

/** "In 1962 he went home": a pronoun comes before any name or thing that it could stand for. */
function hasLoosePronoun({ tokens }: Sentence): boolean {
  let things = 0;
  let names = 0;
  for (const { text, pos } of tokens.slice(0, 25)) {
    if (pos === 'PROPN') names += 1;
    if (pos === 'NOUN') things += 1;
    if (/^(he|she|his|her|him)$/i.test(text)) return names === 0 && !(things > 1);
    if (/^(they|them|their|it|its)$/i.test(text)) return names + things === 0;
  }
  return false;
}

function firstClause(text: string): string {
  return text.split(/[,;:]/)[0]?.slice(0, 60) ?? '';
}
