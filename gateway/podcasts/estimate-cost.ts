import { unitPriceOf, type UnitPrice } from '../../platform/prices.js';

/** With the space behind it. */
const charactersPerWord = 6;

export type WorkToPay = {
  /** Words to be spoken. */
  words: number;
  /** Words the script is written from. */
  sourceWords: number;
  /** The engine of each speaker's voice; they say about the same number of words each. */
  engines: readonly string[];
};

/** What an episode costs by the prices that the ledger records: its script, its speech and its cover. */
export function estimateCost(
  { words, sourceWords, engines }: WorkToPay,
  priceOf: (provider: string) => UnitPrice = unitPriceOf,
): { usd: number; note: string } {
  const charactersEach = (words * charactersPerWord) / engines.length;
  const parts = [
    sourceWords * priceOf('extractive').unit_price_usd,
    ...engines.map((engine) => charactersEach * priceOf(engine).unit_price_usd),
    priceOf('drawn').unit_price_usd,
  ];
  const usd = parts.reduce((sum, part) => sum + part, 0);
  const note =
    usd === 0
      ? 'The embedded writer and voices cost nothing.'
      : 'The list prices of the providers, estimated.';
  return { usd, note };
}
