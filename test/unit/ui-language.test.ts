import assert from 'node:assert/strict';
import { bindAddress, bindTemplate, bindText } from '../../web/app/ui-definition/language/bind.js';
import { holds } from '../../web/app/ui-definition/language/condition.js';
import { classOf, cssOf } from '../../web/app/ui-definition/language/look.js';
import { lookUp, type Scope } from '../../web/app/ui-definition/language/look-up.js';
import { ownApiAddress, ownPath } from '../../web/app/ui-definition/language/own-address.js';
import { conditionPattern } from '../../gateway/ui-definition/ui-schema.js';

const scope: Scope = {
  view: { context_data: { query: '', count: 3, none: null, list: [], full: ['a'], deep: { name: 'x' } } },
  item: { title: 'A {item.secret} & <b>b</b>', state: 'done', secret: 's', zero: 0, no: false, when: '' },
  response: { podcast_id: 'p/1' },
};

describe('the language of UI definitions', () => {
  const conditions: [string, boolean][] = [
    ['item.state', true],
    ['!item.state', false],
    ['item.zero', false],
    ['item.no', false],
    ['item.when', false],
    ['item.missing.deeper', false],
    ['view.context_data.list', false],
    ['view.context_data.full', true],
    ["item.state == 'done'", true],
    ["item.state != 'done'", false],
    ['view.context_data.count == 3', true],
    ['view.context_data.count == -3.5', false],
    ['item.no == false', true],
    ['item.zero == false', false],
    ['view.context_data.none == null', true],
    ['item.missing == null', true],
    ["item.when == ''", true],
    ["item.state == 'a && b' || item.state", true],
    // `&&` binds closer: false && false || true, and true || false && false.
    ['item.no && item.zero || item.state', true],
    ['item.state || item.no && item.zero', true],
    ['item.no && item.state || item.zero', false],
    ["!item.no && item.state == 'done' && !view.context_data.query", true],
  ];
  for (const [condition, expected] of conditions) {
    it(`${condition} is ${expected}`, () => {
      assert.match(condition, conditionPattern, 'the published schema takes it');
      assert.equal(holds(condition, scope), expected);
    });
  }

  for (const condition of [
    '',
    'alert(1)',
    '(item.a)',
    'item.a == item.b',
    "constructor.constructor('x')",
    "!item.a == 'b'",
    'item.a &&item.b',
    'item.a && ',
    'item.a item.b',
    "item.a == 'b",
    'item.a-b',
    'items.a',
    'item.a == 1x',
    'item.a = 1',
    '!!item.a',
  ]) {
    it(`refuses ${JSON.stringify(condition)}, as the published schema does`, () => {
      assert.doesNotMatch(condition, conditionPattern);
      assert.throws(() => holds(condition, scope), SyntaxError);
    });
  }

  it('finds what the data has and never what objects inherit', () => {
    assert.equal(lookUp('view.context_data.deep.name', scope), 'x');
    assert.equal(lookUp('response.podcast_id', scope), 'p/1');
    for (const path of [
      'item.constructor',
      'item.__proto__',
      'item.title.length.toFixed',
      'view.context_data.full.map',
      'window.location',
      'view',
      'item.',
    ]) {
      assert.equal(lookUp(path, scope), undefined, path);
    }
  });

  it('inserts content without looking at it again', () => {
    assert.equal(bindText('“{item.title}”', scope), '“A {item.secret} & <b>b</b>”');
    assert.equal(bindText('{item.missing}{view.context_data.deep}.', scope), '.');
  });

  it('keeps the type of a text that is one binding, and leaves out what is not there', () => {
    const template = {
      count: '{view.context_data.count}',
      text: 'n={view.context_data.count}',
      gone: '{item.missing}',
      none: '{view.context_data.none}',
      inside: { list: ['{item.zero}', 5], gone: '{item.missing}' },
    };
    assert.deepEqual(bindTemplate(template, scope), {
      count: 3,
      text: 'n=3',
      none: null,
      inside: { list: [0, 5] },
    });
  });

  it('encodes what is bound in an address, and makes none of which a part is missing or climbs', () => {
    assert.equal(bindAddress('/episodes/{response.podcast_id}', scope), '/episodes/p%2F1');
    const odd = { ...scope, item: { name: 'Health & Wellness', half: '\ud800', up: '..' } };
    assert.equal(bindAddress('/?categories={item.name}', odd), '/?categories=Health%20%26%20Wellness');
    assert.equal(bindAddress('/?q={item.half}', odd), '/?q=%EF%BF%BD');
    assert.equal(bindAddress('/api/v1/{item.up}/x', odd), undefined);
    assert.equal(bindAddress('/episodes/{item.gone}', odd), undefined);
  });

  it('knows addresses of this gateway from all others', () => {
    assert.equal(ownApiAddress('/api/v1/podcasts?x=1'), '/api/v1/podcasts?x=1');
    assert.equal(ownPath('/episodes/1#t=2'), '/episodes/1#t=2');
    for (const address of [
      'https://evil.example/api/',
      '//evil.example/api/',
      '/\\evil.example/api/',
      '/\t/evil.example/api/',
      '/.//evil.example/api/',
      'javascript:alert(1)',
      'api/v1',
      '/api/../admin',
      '/episodes/1',
    ]) {
      assert.equal(ownApiAddress(address), undefined, address);
    }
  });

  it('applies the looks that are allowed and no others', () => {
    const css = cssOf(
      {
        direction: 'row',
        wrap: true,
        gap: 8,
        backgroundColor: 'rgb(1 2 3)',
        textColor: 'url(https://evil.example/)',
        cursor: 'image-set("x" 1x)',
        border: '1px; background: red',
        position: 'fixed',
        backgroundImageUrl: '/api/v1/media/{item.secret}',
        behavior: 'x',
        __proto__: null,
      },
      scope,
    );
    assert.deepEqual(css, {
      flexDirection: 'row',
      flexWrap: 'wrap',
      gap: 8,
      backgroundColor: 'rgb(1 2 3)',
      backgroundImage: 'url("/api/v1/media/s")',
    });
    assert.deepEqual(cssOf({ backgroundImageUrl: 'https://evil.example/x.png' }, scope), {});
    assert.equal(classOf('topic-card skip Bad "x'), 'view-topic-card view-skip');
    assert.equal(classOf('1'), undefined);
  });
});
