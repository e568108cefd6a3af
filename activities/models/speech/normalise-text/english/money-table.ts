/** Symbol or ISO 4217 code -> one, many, and the hundredth of it (one, many) where it has one. */
export type Money = [one: string, many: string, cent?: string, cents?: string];

const euro: Money = ['euro', 'euros', 'cent', 'cents'];
const rupee: Money = ['rupee', 'rupees', 'paisa', 'paise'];
const yuan: Money = ['yuan', 'yuan'];
export const monies: Record<string, Money> = {
  $: ['dollar', 'dollars', 'cent', 'cents'], US$: named('U S'), A$: named('Australian'), AU$: named('Australian'), C$: named('Canadian'),
  CA$: named('Canadian'), NZ$: named('New Zealand'), HK$: named('Hong Kong'), S$: named('Singapore'), R$: ['real', 'reais'],
  '€': euro, '£': ['pound', 'pounds', 'penny', 'pence'], '¥': ['yen', 'yen'], '₹': rupee, '₩': ['won', 'won'],
  '₽': ['ruble', 'rubles'], '₺': ['lira', 'lira'], '₴': ['hryvnia', 'hryvnias'], '₿': ['bitcoin', 'bitcoins'],
  USD: named('U S'), EUR: euro, GBP: ['pound', 'pounds', 'penny', 'pence'], JPY: ['yen', 'yen'], CHF: ['Swiss franc', 'Swiss francs'],
  CNY: yuan, INR: rupee, CAD: named('Canadian'), AUD: named('Australian'), SEK: ['Swedish krona', 'Swedish kronor'],
  NOK: ['Norwegian krone', 'Norwegian kroner'], DKK: ['Danish krone', 'Danish kroner'],
}; // prettier-ignore

/** Behind a slash: `$20/mo`. */
export const perWords: Record<string, string> = {
  mo: 'month', month: 'month', yr: 'year', year: 'year', wk: 'week', week: 'week', hr: 'hour', hour: 'hour', h: 'hour', day: 'day', night: 'night',
  min: 'minute', minute: 'minute', person: 'person', head: 'head', lb: 'pound', kg: 'kilogram', oz: 'ounce', gal: 'gallon', sqft: 'square foot', mi: 'mile', mile: 'mile',
  kWh: 'kilowatt hour', MWh: 'megawatt hour', GB: 'gigabyte', barrel: 'barrel', ton: 'ton', share: 'share', user: 'user', seat: 'seat', unit: 'unit', item: 'item', kid: 'kid',
}; // prettier-ignore

function named(nation: string): Money {
  return [`${nation} dollar`, `${nation} dollars`, 'cent', 'cents'];
}
