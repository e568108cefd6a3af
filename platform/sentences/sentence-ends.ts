/** Quotations longer than this are let go, or one forgotten mark would swallow a chapter (characters). */
const maxQuotationLength = 600;

/** No abbreviation is longer: only this much of what comes before a full stop is looked at. */
const longestAbbreviation = 40;

/** A paragraph's sentences as they are written; abbreviations, initials, numbers and quotations are kept whole. */
export function cutAtEnds(paragraph: string): string[] {
  const quotations = quotationsOf(paragraph);
  const sentences: string[] = [];
  let from = 0;
  let quotation = 0;
  for (const { 0: mark, index } of paragraph.matchAll(possibleEnd)) {
    const end = index + mark.length;
    while ((quotations[quotation]?.[1] ?? Infinity) < index + 1) quotation += 1;
    const [opened, closed] = quotations[quotation] ?? [Infinity, Infinity];
    // Marks that close the quotation belong to the end itself.
    if (opened < index && closed >= end) continue;
    if (!isEnd(paragraph, from, index, end)) continue;
    sentences.push(paragraph.slice(from, end).trim());
    from = end;
  }
  const rest = paragraph.slice(from).trim();
  return rest === '' ? sentences : [...sentences, rest];
}

/** At most so many marks are one end; of more, the last ones are. */
const possibleEnd = /[.!?…]{1,9}["”’'»)\]]{0,4}(?=\s)|[。！？][」』”]?/gu;

function isEnd(paragraph: string, from: number, markAt: number, end: number): boolean {
  const mark = paragraph.slice(markAt, end);
  if (/[。！？]/u.test(mark)) return true;
  const after = paragraph.slice(end, end + longestAbbreviation).trimStart();
  if (after === '') return true;
  // "... and so on", "“Who?” she asked": what goes on small is the same sentence; "iPhone" and "eBay" are names.
  if (/^["“‘'(]?\p{Ll}/u.test(after) && !/^["“‘'(]?\p{Ll}{1,2}\p{Lu}/u.test(after)) {
    if (!/^["“‘'(]?\p{Ll}+\d/u.test(after)) return false;
  }
  if (/^[,;:)\]”’%…]/u.test(after)) return false;
  // An ellipsis or the number of an item before anything is said.
  const said = paragraph.slice(Math.max(from, markAt - longestAbbreviation), markAt).trimStart();
  if (said === '' || (/^(?:\(?\d{1,3}|\p{L})$/u.test(said) && markAt - from < 6)) return false;
  return !mark.startsWith('.') || mark.startsWith('..') || !isAbbreviation(said, after);
}

/** What a name, a place or an example always follows. */
const leading =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Sen|Rep|Gov|Pres|Maj|Adm|Cmdr|Cpl|St|Ste|Mt|Messrs|Msgr|vs|v|cf|ca|approx|[eE]\.g|[iI]\.e|viz|al)$/u;

/** What a number follows; without one it is a word ("No. The answer ..."). */
const numbered =
  /(?:^|[\s("“])(?:[nN]o|[nN]os|[vV]ols?|[pP]{1,2}|[fF]igs?|[eE]qs?|[sS]ec|[sS]ect|[cC]h|[cC]hap|[aA]rt|[vV]er|[eE]ds?|Ft|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/u;

/** Days stand before dates: "Sun. Mars" is the end of one sentence and the beginning of another. */
const weekday = /(?:^|[\s("“])(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)$/u;
const date =
  /^(?:\d|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.|(?:January|February|March|April|June|July|August|September|October|November|December) \d)/u;

/** What may end a sentence and may not: it does where a word follows that seldom is a name. */
const trailing =
  /(?:^|[\s("“])(?:Jr|Sr|Inc|Ltd|Co|Corp|Bros|Blvd|Ave|Rd|Hwy|Sq|Dept|Univ|Assn|Mass|Conn|Calif|Penn|Wash|Va|Fla|Ill|Esq|etc|[aApP]\.m|[Pp]h\.D|M\.D|(?:\p{Lu}\.)+\p{Lu}|\p{Lu})$/u;

const beginning =
  /^["“‘(]?(?:The|An?|In|On|At|By|For|From|With|After|Before|During|Since|When|While|If|As|It|Its|He|She|They|We|You|I|His|Her|Their|Our|My|This|That|These|Those|There|Here|But|And|Or|So|Yet|Then|Now|Not|No|Some|Many|Most|Few|All|Both|Each|Every|Although|Though|However|Because|What|Who|Why|How|Where|Today|Later|About|More|Another|One|Two|Three|Nobody|Nothing|According|Among|Under|Over|Once)\b/u;

function isAbbreviation(said: string, after: string): boolean {
  if (leading.test(said)) return true;
  if (numbered.test(said)) return /^[(\d#]|^[IVXLC]+\b/u.test(after);
  if (weekday.test(said)) return date.test(after);
  // "type A. The", "World War I. It": a letter that is no initial, since a name would follow one.
  return trailing.test(said) && !beginning.test(after);
}

/** Where quotations open and close, in their order; none within another. */
function quotationsOf(paragraph: string): [open: number, close: number][] {
  const quotations: [number, number][] = [];
  let open: { at: number; mark: string } | undefined;
  for (const { 0: mark, index } of paragraph.matchAll(/["“”]/gu)) {
    if (open !== undefined && index - open.at > maxQuotationLength) open = undefined;
    const closes = open !== undefined && (mark === '”' || (mark === '"' && open.mark === '"'));
    if (open !== undefined && closes) {
      quotations.push([open.at, index]);
      open = undefined;
    } else if (mark === '“' || (mark === '"' && !/[\d\p{L}]/u.test(paragraph.charAt(index - 1)))) {
      // A mark behind a digit stands for inches.
      open = { at: index, mark };
    }
  }
  return quotations;
}
