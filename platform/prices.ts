/** What a provider takes for one unit, in US dollars; `price_version` tells on the ledger which list it is from. */
export type UnitPrice = { unit: string; unit_price_usd: number; price_version: string };

/** Embedded providers cost nothing; their units are on the ledger all the same. */
const free = { unit_price_usd: 0, price_version: 'embedded' } as const;

/** Every provider that is called under a price, by the name that the ledger has for it. */
const unitPrices: Readonly<Record<string, UnitPrice | undefined>> = {
  extractive: { ...free, unit: 'source words' },
  local: { ...free, unit: 'characters' },
  flite: { ...free, unit: 'characters' },
  drawn: { ...free, unit: 'images' },
};

/** Throws for a provider without a price: nothing may be called that the ledger cannot price. */
export function unitPriceOf(provider: string): UnitPrice {
  const price = unitPrices[provider];
  if (price === undefined) throw new Error(`The provider "${provider}" has no price.`);
  return price;
}
