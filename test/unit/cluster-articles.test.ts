import assert from 'node:assert/strict';
import type { FoundArticle } from '../../activities/models/search/search-provider.js';
import { clusterArticles } from '../../activities/topic-discovery/cluster-articles.js';
import {
  coverageOf,
  matchOf,
  recencyOf,
  relevanceOf,
  wantedStems,
} from '../../activities/topic-discovery/relevance.js';
import { toTopic } from '../../activities/topic-discovery/to-topic.js';

const now = Date.parse('2026-11-21T12:00:00Z');

function article(
  id: string,
  title: string,
  summary: string,
  changes: Partial<FoundArticle> & { hours?: number } = {},
): FoundArticle {
  const { hours = 1, ...rest } = changes;
  return {
    url: `https://${id}.example/story`,
    title,
    summary,
    published_at: new Date(now - hours * 3_600_000).toISOString(),
    source_name: id,
    feed: `${id} feed`,
    category: 'Science',
    details: {},
    ...rest,
  };
}

/** Three events, each told by two newsrooms in their own words, among others of the same subjects. */
const news = [
  article('a1', 'Webb telescope finds water vapour on distant exoplanet', 'Astronomers using the James Webb Space Telescope have detected water vapour in the atmosphere of a rocky planet 40 light years away.', { hours: 5 }),
  article('a2', 'Astronomers detect water vapor in atmosphere of rocky exoplanet', 'Observations by the James Webb Space Telescope show the signature of water around a planet 40 light-years from Earth.', { hours: 3 }),
  article('b', 'Webb telescope images a newborn star cluster', 'New images by the James Webb Space Telescope reveal hundreds of young stars in the Small Magellanic Cloud.', { hours: 4 }),
  article('c1', 'Fed holds interest rates steady as inflation cools', 'The Federal Reserve left its benchmark rate unchanged on Wednesday.', { hours: 9 }),
  article('c2', 'US central bank keeps interest rates on hold', 'The Federal Reserve has left interest rates unchanged, citing cooling inflation.', { hours: 8 }),
  article('d', 'Bank of England cuts interest rates to 3.5%', 'The Bank of England has cut its main interest rate.', { hours: 7 }),
  article('e1', 'Starkes Erdbeben vor der Küste Japans', 'Vor der Nordküste Japans hat sich ein Erdbeben der Stärke 7,2 ereignet. Eine Tsunami-Warnung wurde ausgelöst.'),
  article('e2', 'Erdbeben der Stärke 7,2 vor Japan: Tsunami-Warnung', 'Ein starkes Erdbeben hat die Küste im Norden Japans erschüttert.', { hours: 2 }),
  article('f', 'Bundestag beschließt Haushalt', 'Der Bundestag hat den Haushalt für das kommende Jahr beschlossen.'),
  article('g', 'Ten easy summer salads', 'Recipes for hot days.', { hours: 30 }),
]; // prettier-ignore

function grouped(articles: readonly FoundArticle[]): string[] {
  return clusterArticles(articles)
    .map((story) => story.articles.map(({ source_name }) => source_name).join('+'))
    .sort();
}

describe('clusterArticles', () => {
  it('puts reports of one event together, in any language, and keeps events of one subject apart', () => {
    assert.deepEqual(grouped(news), ['a1+a2', 'b', 'c1+c2', 'd', 'e2+e1', 'f', 'g']);
  });

  it('gives the same stories in the same order whatever the order of the articles', () => {
    const shuffled = [...news].reverse();
    assert.deepEqual(clusterArticles(shuffled), clusterArticles(news));
  });

  it('takes one page under two addresses for one article', () => {
    const [first] = news as [FoundArticle];
    const again = { ...first, url: 'http://www.a1.example/story/?utm_source=feed', feed: 'another feed' };
    const stories = clusterArticles([again, ...news]);
    assert.equal(stories.flatMap((story) => story.articles).length, news.length);
  });

  it('keeps issues of a series apart that have the same title', () => {
    const week = 'The week in pictures';
    const text = 'From wildfires to football: the best photographs of the week.';
    const series = [0, 7, 14].map((day) => article(`w${day}`, week, text, { hours: day * 24 + 1 }));
    assert.equal(clusterArticles(series).length, 3);
    const sameDay = [article('x', week, text), article('y', week, text, { hours: 2 })];
    assert.equal(clusterArticles(sameDay).length, 1);
  });

  it('survives articles without dates, words or summaries', () => {
    const odd = [
      article('o1', '!!!', ''),
      article('o2', '???', ''),
      { ...article('o3', 'A', ''), published_at: undefined as never },
    ];
    assert.equal(clusterArticles(odd).length, 3);
    assert.deepEqual(clusterArticles([]), []);
  });
});

describe('toTopic', () => {
  const [story] = clusterArticles(news.slice(0, 2));
  assert.ok(story);

  it('tells the story with all its sources, best first, newest date, and a stable id', () => {
    const topic = toTopic(story, undefined, now);
    assert.ok(topic);
    assert.deepEqual(
      topic.potential_sources.map(({ source_name }) => source_name),
      ['a2', 'a1'],
    );
    assert.equal(topic.title_suggestion, news[1]?.title);
    assert.equal(topic.publication_date, news[1]?.published_at);
    assert.equal(topic.source_feed_name, 'a2 feed');
    assert.ok(topic.keywords.length <= 8 && topic.keywords.includes('exoplanet'), topic.keywords.join());
    // UUIDv5 of https://a1.example/story in the namespace of URLs, as any other program computes it.
    assert.equal(topic.topic_id, '95d17998-3996-5d8d-9ced-b0d86d43d3d7');
    const grown = clusterArticles([
      ...news.slice(0, 2),
      { ...news[1]!, url: 'https://late.example/', source_name: 'late' },
    ]);
    assert.equal(toTopic(grown[0]!, undefined, now)?.topic_id, topic.topic_id);
  });

  it('cuts a long summary at a word', () => {
    const [long] = clusterArticles([article('l', 'Long', 'word and more '.repeat(60))]);
    const { summary } = toTopic(long!, undefined, now)!;
    assert.ok(summary.length <= 250 && summary.length > 230 && summary.endsWith('…'), summary);
  });

  it('is no topic where the query wants something else', () => {
    assert.equal(toTopic(story, wantedStems('cooking, gardens'), now), undefined);
    assert.ok(toTopic(story, wantedStems('cooking, exoplanets'), now));
  });
});

describe('relevance', () => {
  const exoplanet = {
    title: 'Water found on an exoplanet',
    text: 'Astronomers saw it. Science',
    matched: false,
  };

  it('matches words by their stems, commas meaning "or"', () => {
    assert.equal(matchOf(wantedStems('exoplanets'), exoplanet), 1);
    assert.equal(matchOf(wantedStems('astronomer'), exoplanet), 0.6);
    assert.equal(matchOf(wantedStems('football, exoplanet'), exoplanet), 1);
    assert.equal(matchOf(wantedStems('football'), exoplanet), 0);
    assert.equal(matchOf(wantedStems('the, of'), exoplanet), 0);
  });

  it('wants both of two words, and three of five', () => {
    assert.equal(matchOf(wantedStems('water football'), exoplanet), 0);
    assert.ok(matchOf(wantedStems('water exoplanet astronomers telescope discovery'), exoplanet) > 0);
    assert.equal(matchOf(wantedStems('water telescope discovery galaxy comet'), exoplanet), 0);
  });

  it('believes a search service that it found the words', () => {
    assert.equal(matchOf(wantedStems('telescope'), { ...exoplanet, matched: true }), 0.5);
  });

  it('halves the newness with every day, and trusts no date in the future', () => {
    const hours = [0, 24, 48, -5];
    const values = hours.map((age) => recencyOf(new Date(now - age * 3_600_000).toISOString(), now));
    assert.deepEqual(values, [1, 0.5, 0.25, 1]);
    assert.equal(recencyOf(undefined, now), 0.25);
  });

  it('counts newsrooms, not articles', () => {
    assert.equal(coverageOf(['a', 'a', 'a']), 0);
    assert.equal(coverageOf(['a', 'b']), 0.5);
  });

  it('is between 0 and 1, and the match outweighs the rest', () => {
    assert.equal(relevanceOf({ match: 1, recency: 1, coverage: 1 }), 1);
    assert.equal(relevanceOf({ match: undefined, recency: 1, coverage: 1 }), 1);
    assert.equal(relevanceOf({ match: undefined, recency: 0, coverage: 0 }), 0);
    const oldMatch = relevanceOf({ match: 1, recency: 0, coverage: 0 });
    assert.ok(oldMatch > relevanceOf({ match: 0.3, recency: 1, coverage: 0.67 }));
  });
});
