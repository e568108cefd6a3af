import assert from 'node:assert/strict';
import { parseFeedList, readFeedList } from '../../activities/models/search/feeds/feed-list.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { categories } from '../../platform/categories.js';

function opml(outlines: string): string {
  return `<?xml version="1.0"?><opml version="2.0"><head/><body>${outlines}</body></opml>`;
}

describe('the list of feeds', () => {
  it('that is shipped has two to four feeds of each category, each once, all over https', async () => {
    const feeds = await readFeedList();
    for (const category of categories) {
      const ofCategory = feeds.filter((feed) => feed.category === category).length;
      assert.ok(ofCategory >= 2 && ofCategory <= 4, `${category}: ${ofCategory}`);
    }
    assert.equal(new Set(feeds.map(({ url }) => url)).size, feeds.length);
    for (const { url, category } of feeds) {
      assert.ok(url.startsWith('https://'), url);
      assert.ok((categories as readonly string[]).includes(category), category);
    }
  });

  it('takes the category from the outline around a feed, from its own attribute, or has none', () => {
    const feeds = parseFeedList(
      opml(`<outline text="science"><outline text="A" xmlUrl="https://a.example/rss"/>
        <outline text="B" category="/Gardening" xmlUrl="https://b.example/rss"/></outline>
        <outline title="C" text="c" xmlUrl="https://c.example/rss"/>
        <outline text="A again" xmlUrl="https://a.example/rss"/>`),
      'my.opml',
    );
    assert.deepEqual(
      feeds.map(({ name, category }) => [name, category]).sort(),
      [
        ['A again', 'General'],
        ['B', 'Gardening'],
        ['C', 'General'],
      ].sort(),
    );
    const [nested] = parseFeedList(
      opml(
        '<outline text="health &amp; wellness"><outline text="A" xmlUrl="https://a.example/rss"/></outline>',
      ),
      'my.opml',
    );
    assert.equal(nested?.category, 'Health & Wellness');
  });

  for (const [title, text, fault] of [
    ['no OPML', 'feeds: none', /no OPML/],
    ['half an OPML', '<opml version="2.0"><body><outline', /no OPML/],
    ['no outlines', opml(''), /no OPML/],
    ['no feed', opml('<outline text="Science"/>'), /no outline has an xmlUrl/],
    [
      'an address of another kind',
      opml('<outline text="Files" xmlUrl="file:///etc/passwd"/>'),
      /"Files" is no http/,
    ],
    [
      'too many feeds',
      opml(
        Array.from({ length: 501 }, (_, at) => `<outline text="x" xmlUrl="https://x.example/${at}"/>`).join(
          '',
        ),
      ),
      /501/,
    ],
  ] as const) {
    it(`is refused with its file and fault named when it has ${title}`, () => {
      assert.throws(
        () => parseFeedList(text, '/home/me/my.opml'),
        (error: unknown) => {
          assert.ok(error instanceof AethercastError);
          assert.equal(error.code, 'TDA_FEED_LIST_INVALID');
          assert.match(error.message, /\/home\/me\/my\.opml/);
          assert.match(error.message, fault);
          return true;
        },
      );
    });
  }

  it('is refused when its file is not there', async () => {
    await assert.rejects(readFeedList('/nonexistent/feeds.opml'), {
      code: 'TDA_FEED_LIST_INVALID',
      message: /\/nonexistent\/feeds\.opml cannot be used: it cannot be read \(ENOENT\)/,
    });
  });
});
