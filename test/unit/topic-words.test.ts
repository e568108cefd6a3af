import assert from 'node:assert/strict';
import { canonicalUrl } from '../../activities/text/canonical-url.js';
import { contentWords, stemsOf } from '../../activities/topic-discovery/content-words.js';
import { cutAtWord } from '../../platform/cut-at-word.js';

describe('canonicalUrl', () => {
  for (const [same, as] of [
    ['http://www.Example.org/a/b/?utm_source=x&id=7&fbclid=y#top', 'https://example.org/a/b?id=7'],
    ['https://example.org/a/b?b=2&a=1', 'https://example.org/a/b?a=1&b=2'],
    ['https://example.org/story/amp/', 'https://example.org/story'],
    ['https://example.org:443/', 'https://example.org'],
    ['https://bbc.co.uk/news/1?at_medium=RSS&at_campaign=KARANGA', 'https://bbc.co.uk/news/1'],
    ['sample:tycho-brahe.md', 'sample:tycho-brahe.md'],
  ] as const) {
    it(`of ${same} is ${as}`, () => assert.equal(canonicalUrl(same), as));
  }

  it('keeps pages apart that only a parameter, a port or a path tells apart', () => {
    const pages = [
      'https://a.org/?id=1',
      'https://a.org/?id=2',
      'https://a.org:8443/?id=1',
      'https://a.org/x?id=1',
    ];
    assert.equal(new Set(pages.map(canonicalUrl)).size, pages.length);
  });
});

describe('cutAtWord', () => {
  it('leaves a text alone that is short enough', () => {
    assert.equal(cutAtWord('Just right.', 11), 'Just right.');
  });

  it('cuts between words, adds an ellipsis and stays within the length', () => {
    assert.equal(cutAtWord('The quick brown fox, who jumps', 21), 'The quick brown fox…');
    for (let length = 5; length < 60; length += 1) {
      const cut = cutAtWord('The lighthouse keeper’s log, kept since 1821, tells of storms.', length);
      assert.ok(cut.length <= length && cut.endsWith('…'), cut);
      assert.doesNotMatch(cut, /[\s,]…$/);
    }
  });

  it('never leaves half of a character', () => {
    for (let length = 4; length < 20; length += 1) {
      const cut = cutAtWord('😀😀😀😀😀😀😀😀😀😀😀😀', length);
      assert.ok(cut.length <= length && !/\p{Surrogate}/u.test(cut), cut);
    }
  });
});

describe('contentWords', () => {
  it('leaves stop words out and compares English words by their stems', () => {
    assert.deepEqual(
      stemsOf('The lighthouses of the Scottish coasts'),
      stemsOf('A lighthouse at Scottish coast'),
    );
    assert.deepEqual(
      contentWords('Scotland’s storms').map(({ word }) => word),
      ['Scotland', 'storms'],
    );
  });

  it('reads other languages and scripts, without accents and case', () => {
    assert.deepEqual(stemsOf('Élysée'), stemsOf('elysee'));
    assert.deepEqual(stemsOf('Straße nach Köln'), ['straße', 'nach', 'koln']);
    assert.deepEqual(stemsOf('УЧЁНЫЕ открыли'), stemsOf('ученые открыли'));
    assert.ok(stemsOf('東京で地震').includes('東京'));
    assert.ok(stemsOf('زلزال في اليابان').length >= 2);
  });

  it('finds nothing in nothing', () => {
    for (const text of ['', '  ', '—!?', '😀', 'the of and']) assert.deepEqual(stemsOf(text), [], text);
  });
});
