import assert from 'node:assert/strict';
import { parseFeed } from '../../activities/models/search/feeds/parse-feed.js';

const base = 'https://feeds.example/news/feed.xml';

function parsed(text: string): ReturnType<typeof parseFeed> {
  return parseFeed(Buffer.from(text), undefined, base);
}

function item(title: string, link: string, rest = ''): string {
  return `<item><title>${title}</title><link>${link}</link>${rest}</item>`;
}

describe('parseFeed', () => {
  for (const [format, text] of [
    ['RSS 0.91', `<rss version="0.91"><channel><title>x</title>${item('One', '/1')}</channel></rss>`],
    ['RSS 2.0', `<rss version="2.0"><channel><title>x</title>${item('One', '/1')}</channel></rss>`],
    [
      'RSS 1.0 (RDF)',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>x</title></channel>${item('One', '/1')}</rdf:RDF>`,
    ],
    [
      'Atom 1.0',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>One</title><link rel="self" href="/self"/><link href="/1"/></entry></feed>',
    ],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>x</title><entry><title>One</title><link rel="alternate" href="/1"/></entry></feed>',
    ],
    [
      'JSON Feed 1',
      '{"version":"https://jsonfeed.org/version/1","title":"x","items":[{"id":"1","title":"One","url":"/1"}]}',
    ],
  ] as const) {
    it(`reads ${format}`, () => {
      assert.deepEqual(parsed(`\n${text}`), [{ url: 'https://feeds.example/1', title: 'One', summary: '' }]);
    });
  }

  it('keeps text, and no tags, scripts, entities or hidden characters', () => {
    const [article] = parsed(
      `<rss version="2.0"><channel>${item(
        '<![CDATA[A <i>fine</i> title &amp; more\u202e]]>',
        'https://x.example/1',
        '<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;&lt;script&gt;evil()&lt;/script&gt;</description>',
      )}</channel></rss>`,
    );
    assert.equal(article?.title, 'A fine title & more');
    assert.equal(article.summary, 'One. Two.');
  });

  it('takes an address from a guid, and leaves out what cannot be fetched or has no title', () => {
    const articles = parsed(
      `<rss version="2.0"><channel>
        <item><title>By guid</title><guid>https://x.example/guid</guid></item>
        <item><title>No address</title><guid isPermaLink="false">https://x.example/no</guid></item>
        ${item('Script', 'javascript:alert(1)')}${item(' ', 'https://x.example/2')}
      </channel></rss>`,
    );
    assert.deepEqual(
      articles.map(({ url }) => url),
      ['https://x.example/guid'],
    );
  });

  it('takes dates in any usual form, and none that cannot be', () => {
    const dates = ['Sat, 07 Sep 2024 00:00:01 EST', '2024-09-07T05:00:01Z', 'yesterday', '3024-01-01'];
    const items = dates.map((date, at) => item('x', `/${at}`, `<pubDate>${date}</pubDate>`));
    assert.deepEqual(
      parsed(`<rss version="2.0"><channel>${items.join('')}</channel></rss>`).map(
        ({ published_at: published }) => published,
      ),
      ['2024-09-07T05:00:01.000Z', '2024-09-07T05:00:01.000Z', undefined, undefined],
    );
  });

  it('keeps the first sixty articles, titles and summaries cut to a length that is fit to be kept', () => {
    const long = `<rss version="2.0"><channel>${item('word '.repeat(500), '/1', `<description>${'text '.repeat(9_000)}</description>`).repeat(80)}</channel></rss>`;
    const articles = parsed(long);
    assert.equal(articles.length, 60);
    assert.ok((articles[0]?.title.length ?? 0) <= 300 && (articles[0]?.summary.length ?? 0) <= 1_000);
  });

  for (const [what, text, code] of [
    ['nothing', '', 'TDA_FEED_EMPTY'],
    ['blanks', ' \n ', 'TDA_FEED_UNREADABLE'],
    ['a page', '<!doctype html><html><body>hello</body></html>', 'TDA_FEED_UNREADABLE'],
    ['half a feed', '<rss version="2.0"><channel><item><title>x', 'TDA_FEED_UNREADABLE'],
    ['tags without end', `<rss version="2.0"><channel>${'<item>'.repeat(200_000)}`, 'TDA_FEED_UNREADABLE'],
    ['other JSON', '{"items": []}', 'TDA_FEED_UNREADABLE'],
    ['a feed of nothing', '<rss version="2.0"><channel><title>x</title></channel></rss>', 'TDA_FEED_EMPTY'],
  ] as const) {
    it(`answers ${code} to ${what}`, () => {
      assert.throws(() => parsed(text), { code });
    });
  }
});
