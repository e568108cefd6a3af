/** Abbreviations whose full stop ends no sentence, by language: the most frequent of running text. */
const tables: Record<string, Record<string, string>> = {
  de: {
    'z. B.': 'zum Beispiel', 'd. h.': 'das heißt', 'u. a.': 'unter anderem', 'usw.': 'und so weiter', 'bzw.': 'beziehungsweise', 'ca.': 'circa',
    'Dr.': 'Doktor', 'Prof.': 'Professor', 'Nr.': 'Nummer', 'St.': 'Sankt', 'Mio.': 'Millionen', 'Mrd.': 'Milliarden', 'vgl.': 'vergleiche', 'Jh.': 'Jahrhundert', 'Str.': 'Straße',
  },
  fr: { 'M.': 'Monsieur', Mme: 'Madame', 'Dr.': 'Docteur', 'etc.': 'et cetera', 'p. ex.': 'par exemple', 'av.': 'avant', 'apr.': 'après' },
  es: { 'Sr.': 'Señor', 'Sra.': 'Señora', 'Dr.': 'Doctor', 'Dra.': 'Doctora', 'etc.': 'etcétera', 'p. ej.': 'por ejemplo', 'EE. UU.': 'Estados Unidos' },
  it: { 'Sig.': 'Signor', 'Dott.': 'Dottor', 'ecc.': 'eccetera', 'p. es.': 'per esempio' },
  pt: { 'Sr.': 'Senhor', 'Sra.': 'Senhora', 'Dr.': 'Doutor', 'etc.': 'et cetera' },
  nl: { 'bijv.': 'bijvoorbeeld', 'enz.': 'enzovoort', 'dhr.': 'de heer', 'mevr.': 'mevrouw', 'dr.': 'doctor' },
  ru: { 'т. е.': 'то есть', 'т. д.': 'так далее', 'т. п.': 'тому подобное', 'г.': 'года', 'гг.': 'годов', 'руб.': 'рублей' },
}; // prettier-ignore

/** Abbreviations in full, at a sentence's end with its full stop; initials lose theirs, which would end a sentence. */
export function readAbbreviations(text: string, primary: string): string {
  let read = text;
  for (const [short, long] of Object.entries(tables[primary] ?? {})) {
    const pattern = short.replace(/[.]/g, '\\.').replace(/ /g, ' ?');
    const end = short.endsWith('.') ? '' : '(?![\\p{L}\\p{M}])';
    read = read.replace(
      new RegExp(`(?<![\\p{L}\\p{M}.])${pattern}${end}(\\s*$)?`, 'gu'),
      (_, last?: string) => (last === undefined ? long : `${long}.`),
    );
  }
  return read.replace(/(?<![\p{L}\p{M}])(\p{L})\.(?= ?\p{L})/gu, '$1 ');
}
