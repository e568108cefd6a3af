import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createSnippetWriter } from '../../activities/models/language/create-snippet-writer.js';
import type { TopicObject } from '../../workflows/contract/topics.js';

const writer = createSnippetWriter();

function topic(title: string, summaries: string[], changes: Partial<TopicObject> = {}): TopicObject {
  return {
    topic_id: randomUUID(),
    title_suggestion: title,
    summary: summaries[0]?.slice(0, 250) ?? title,
    keywords: [],
    potential_sources: [{ url: 'https://a.example/', title, source_name: 'The Daily Star' }],
    relevance_score: 1,
    category_suggestion: 'Science',
    source_feed_name: 'Star',
    timestamp_discovered: new Date().toISOString(),
    original_topic_details: { summaries: summaries.map((summary) => ({ source_name: 'x', summary })) },
    ...changes,
  };
}

const lamp = 'The lamp of the lighthouse burned whale oil for eighty years.';
const keepers = 'Three keepers lived in the tower and changed watch every four hours.';
const reef = 'Before it was lit, the reef had wrecked more than forty ships.';

describe('an extractive snippet', () => {
  it('is made of whole sentences of its sources, the first ones of each before the second ones', async () => {
    const draft = await writer.write(topic('Skerry light', [`${lamp} ${keepers}`, reef]));
    assert.equal(draft.text, [lamp, keepers, reef].join(' '));
    assert.equal(draft.summary, lamp);
    assert.equal(draft.prompt, null);
    assert.deepEqual(await writer.write(topic('Skerry light', [`${lamp} ${keepers}`, reef])), draft);
  });

  it('has four sentences at most, and no more than a card holds', async () => {
    const facts = ['gulls', 'seals', 'terns', 'crabs', 'whales'].map(
      (animal, at) =>
        `In ${1900 + at} the keepers counted ${at + 3} hundred ${animal} from the gallery of the tower.`,
    );
    const { text } = await writer.write(topic('Skerry light', facts));
    assert.ok(text.split(/(?<=\.) /).length <= 4);
    assert.ok(text.length <= 600);
  });

  it('says nothing twice', async () => {
    const again = 'For eighty years the lamp of the lighthouse burned whale oil.';
    assert.equal((await writer.write(topic('Skerry light', [lamp, again, reef]))).text, `${lamp} ${reef}`);
  });

  it('leaves out sentences that a feed has cut, calls to subscribe, and questions', async () => {
    const { text } = await writer.write(
      topic('Skerry light', [
        `${lamp} The engineer who built it had been a…`,
        `Subscribe to our newsletter for more lighthouses. ${reef} What happened next?`,
        'The last keeper left the tower in [...]',
      ]),
    );
    assert.equal(text, `${lamp} ${reef}`);
  });

  it('has its headline for a text where the sources say nothing else', async () => {
    const draft = await writer.write(topic('A lighthouse is sold', ['']));
    assert.deepEqual(
      [draft.title, draft.summary, draft.text],
      ['A lighthouse is sold', 'A lighthouse is sold', 'A lighthouse is sold'],
    );
  });

  it('goes by its headline without the name of who printed it', async () => {
    for (const [headline, title] of [
      ['A lighthouse is sold - The Daily Star', 'A lighthouse is sold'],
      ['A lighthouse is sold | the daily star', 'A lighthouse is sold'],
      ['Reading The Daily Star', 'Reading The Daily Star'],
      ['The Daily Star', 'The Daily Star'],
    ] as const)
      assert.equal((await writer.write(topic(headline, [lamp]))).title, title);
  });

  it('cuts a long teaser between words', async () => {
    const long = `The keepers wrote down ${'every ship and every storm and '.repeat(12)}every bird.`;
    const { summary } = await writer.write(topic('Skerry light', [long]));
    assert.ok(summary.length <= 250);
    assert.match(summary, /\w…$/);
    assert.ok(long.startsWith(summary.slice(0, -1)));
  });

  it('cannot be made of a topic without a headline', async () => {
    await assert.rejects(writer.write(topic('  ', [lamp])), { code: 'SCA_INSUFFICIENT_CONTENT' });
  });
});
