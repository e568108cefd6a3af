/** "&amp;amp;" is escaped twice; nobody escapes more often than this. */
const maxRounds = 4;

/** Entities of HTML that are left in a text, however often they were escaped. What is no entity stays. */
export function decodeEntities(text: string): string {
  let decoded = text;
  for (let round = 0; round < maxRounds && decoded.includes('&'); round += 1) {
    const next = decoded.replace(entity, (whole, name: string) => characterOf(name) ?? whole);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

const entity = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});/gi;

function characterOf(name: string): string | undefined {
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    // Numbers of 128 to 159 mean Windows-1252 (WHATWG HTML, "numeric character reference end state").
    if (code >= 0x80 && code < 0xa0) return windows1252.charAt(code - 0x80);
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
      ? undefined
      : String.fromCodePoint(code);
  }
  const known = named[name] ?? named[name.toLowerCase()];
  if (known !== undefined) return known;
  const mark = /^([a-z])(acute|grave|circ|uml|tilde|cedil|ring|caron)$/i.exec(name);
  return mark === null
    ? undefined
    : `${mark[1] ?? ''}${marks[(mark[2] ?? '').toLowerCase()] ?? ''}`.normalize('NFC');
}

const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Letters with a mark are named by both. */
const marks: Readonly<Record<string, string>> = {
  acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', cedil: '\u0327', ring: '\u030a', caron: '\u030c',
}; // prettier-ignore

/** The other names of Latin-1, and of the signs that are written in texts (WHATWG HTML §13.5). */
const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwnj: '', zwj: '',
  mdash: '—', ndash: '–', minus: '−', hyphen: '‐', horbar: '―', hellip: '…', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“',
  rdquo: '”', bdquo: '„', laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›', bull: '•', middot: '·', prime: '′', Prime: '″',
  dagger: '†', Dagger: '‡', sect: '§', para: '¶', copy: '©', reg: '®', trade: '™', deg: '°', plusmn: '±', times: '×',
  divide: '÷', frac12: '½', frac14: '¼', frac34: '¾', sup1: '¹', sup2: '²', sup3: '³', micro: 'µ', cent: '¢', pound: '£',
  yen: '¥', euro: '€', curren: '¤', iexcl: '¡', iquest: '¿', ordf: 'ª', ordm: 'º', not: '¬', szlig: 'ß', aelig: 'æ', AElig: 'Æ',
  oelig: 'œ', OElig: 'Œ', oslash: 'ø', Oslash: 'Ø', eth: 'ð', ETH: 'Ð', thorn: 'þ', THORN: 'Þ', fnof: 'ƒ', larr: '←', uarr: '↑',
  rarr: '→', darr: '↓', harr: '↔', le: '≤', ge: '≥', ne: '≠', asymp: '≈', infin: '∞', radic: '√', sum: '∑', alpha: 'α',
  beta: 'β', gamma: 'γ', delta: 'δ', Delta: 'Δ', lambda: 'λ', mu: 'μ', pi: 'π', sigma: 'σ', Sigma: 'Σ', omega: 'ω', Omega: 'Ω',
  phi: 'φ', theta: 'θ', tau: 'τ', epsilon: 'ε',
}; // prettier-ignore
