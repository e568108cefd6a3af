import assert from 'node:assert/strict';
import { estimateCost } from '../../gateway/podcasts/estimate-cost.js';

const work = { words: 100, sourceWords: 400, engines: ['flite', 'local'] };

describe('the price in an estimate', () => {
  it('is that of the ledger’s table: nothing for embedded providers', () => {
    assert.equal(estimateCost(work).usd, 0);
  });

  it('follows the price of every provider that an episode calls', () => {
    const prices: Record<string, number> = { extractive: 0.001, flite: 0.01, local: 0.02, drawn: 5 };
    const { usd } = estimateCost(work, (provider) => ({
      unit: 'units',
      unit_price_usd: prices[provider] ?? NaN,
      price_version: 'a test',
    }));
    // 400 source words, 300 characters of each voice, one cover.
    assert.equal(usd, 0.4 + 3 + 6 + 5);
  });
});
