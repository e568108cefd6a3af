import assert from 'node:assert/strict';
import { planExploration, type Keyword } from '../../activities/orchestrator-record/plan-exploration.js';

const keywords: Keyword[] = [
  { text: 'ocean', topics: 90 },
  { text: 'kelp', topics: 4 },
  { text: 'otters', topics: 2 },
  { text: 'forests', topics: 30 },
  { text: 'Tofino', topics: 1 },
];

describe('the plan of an exploration', () => {
  it('that goes deeper combines the rarest words, then these with any other, then takes the rarest shared one', () => {
    const queries = planExploration(keywords, 'deeper', 'Science').map(({ query }) => query?.split(', '));
    assert.deepEqual(queries, [
      ['Tofino otters', 'Tofino kelp', 'otters kelp'],
      ['Tofino forests', 'Tofino ocean', 'otters forests', 'otters ocean', 'kelp forests', 'kelp ocean'],
      ['otters'],
    ]);
  });

  it('that goes deeper never asks for one word alone that only its own topic has', () => {
    const own = keywords.map(({ text }) => ({ text, topics: 1 }));
    for (const { query = '' } of planExploration(own, 'deeper', 'Science'))
      for (const alternative of query.split(', ')) assert.equal(alternative.split(' ').length, 2);
  });

  it('that goes broader asks for any of the commonest words, then for what is new in the category', () => {
    assert.deepEqual(planExploration(keywords, 'broader', 'Science'), [
      { query: 'ocean, forests, kelp' },
      { categories: ['Science'] },
    ]);
  });

  it('that goes broader takes phrases apart', () => {
    const phrase = [{ text: 'northern kelp forests', topics: 3 }];
    assert.deepEqual(planExploration(phrase, 'broader', undefined), [{ query: 'northern, kelp, forests' }]);
    assert.deepEqual(planExploration(phrase, 'deeper', undefined), [{ query: 'northern kelp forests' }]);
  });

  it('of a topic without words has its category only', () => {
    assert.deepEqual(planExploration([], 'broader', 'Science'), [{ categories: ['Science'] }]);
    assert.deepEqual(planExploration([], 'deeper', 'Science'), []);
  });
});
