/** About a dozen lines of one to three sentences for measuring a voice; ours, so that they can be shown and kept. */
const english = [
  'The lighthouse keeper counted the ships again, wrote down their names, and put out the lamp.',
  'Nobody had told them that the bridge was closed. They turned around, found another road, and were home before dark.',
  'A good question is worth more than a quick answer.',
  'Bread needs four things: flour, water, salt and time.',
  'When the first trains came, people worried about their cows; the cows, as it turned out, did not care at all.',
  'She opened the old map on the kitchen table. Half of the rivers had no names, and one of the mountains was in the wrong country.',
  'What happens to a city when its harbour fills with sand? It moves, or it is forgotten.',
  'The experiment failed three times before anyone noticed that the clock was slow.',
  'In winter the lake freezes from the edges, and in spring it thaws from the middle.',
  'They measured the height of the tower with a string, a stick and a great deal of patience. The result was right to the width of a hand.',
  'Listen closely, because the most important word comes last.',
  'Every autumn the birds cross the valley in long lines, resting at noon by the river. Children run out to count them, and the count is never the same.',
];

const lineCount = 12;
/** Places that every language of the Unicode locale data has a name for. */
const regions = ['FR', 'JP', 'BR', 'EG', 'IN', 'CA', 'IT', 'MX', 'NO', 'KE', 'TR', 'AU'];

/**
 * Lines in the language of a BCP 47 tag, for measuring how a voice speaks. Where we have no sentences of our own, they
 * are made of what the runtime's locale data (CLDR) says in every language without knowing its grammar: dates with
 * weekday and month, and lists of weekdays, months and countries. Any espeak-ng voice can read them.
 */
export function sampleLines(locale: string): string[] {
  if (/^en\b/i.test(locale)) return english;
  const dates = Array.from(
    { length: lineCount },
    (_, index) => new Date(Date.UTC(2023, index, 2 + 2 * index)),
  );
  return dates.map((date, index) => {
    const places = named(
      locale,
      'region',
      [0, 1, 2].map((step) => regions[(index + 4 * step) % lineCount]),
    );
    const days = dates.slice(0, 3 + (index % 3)).map((day) => part(locale, day, { weekday: 'long' }));
    const months = [0, 3, 5].map((step) =>
      part(locale, dates[(index + step) % lineCount], { month: 'long' }),
    );
    const full = part(locale, date, { weekday: 'long', day: 'numeric', month: 'long' });
    const sentences = [
      [full, list(locale, places)],
      [list(locale, [...months, ...places])],
      [list(locale, days), list(locale, months), full],
    ][index % 3];
    return (sentences ?? []).map((sentence) => `${sentence}.`).join(' ');
  });
}

function part(locale: string, date: Date | undefined, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options }).format(date);
}

function list(locale: string, items: string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

function named(locale: string, type: 'region', codes: (string | undefined)[]): string[] {
  const names = new Intl.DisplayNames(locale, { type });
  return codes.flatMap((code) => (code === undefined ? [] : (names.of(code) ?? [])));
}
