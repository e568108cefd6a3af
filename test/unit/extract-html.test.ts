import assert from 'node:assert/strict';
import { extractHtml } from '../../activities/content-harvest/extract/extract-html.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { LeftOutReason } from '../../workflows/contract/left-out.js';

const tower =
  '<p>The lighthouse opened in 1759 after three years of work on the rock. Smeaton used blocks of granite that lock into each other, and the men could only land when the sea was calm.</p>';
const rock =
  '<p>The rock beneath it began to crack in the 1870s. The upper part was taken down and stands on Plymouth Hoe today, open to visitors from April to October.</p>';

/** A page with an article of two paragraphs, and something between them. */
function page(between: string, around = { before: '', after: '', head: '' }): string {
  const { before, after, head } = around;
  return `<!doctype html><html lang="en"><head><title>The Lighthouse of Eddystone</title>${head}</head><body>${before}<article><h1>The Lighthouse of Eddystone</h1>${tower}${between}${rock}</article>${after}</body></html>`;
}

/** What is said between the two paragraphs. */
function between(html: string): string {
  const { text } = extractHtml(page(html));
  const paragraphs = text.split('\n\n');
  assert.match(paragraphs[0] ?? '', /^The lighthouse opened/, text);
  assert.match(paragraphs.at(-1) ?? '', /^The rock beneath/, text);
  return paragraphs.slice(1, -1).join('\n\n');
}

function refusal(html: string): AethercastError {
  try {
    extractHtml(html);
  } catch (error) {
    if (error instanceof AethercastError) return error;
    throw error;
  }
  assert.fail('it was read');
}

function reasons(html: string): Partial<Record<LeftOutReason, string>> {
  const { leftOut = [] } = extractHtml(html);
  return Object.fromEntries(leftOut.map(({ reason, text }) => [reason, text]));
}

describe('the sentences of a page', () => {
  for (const [what, html, said] of [
    ['an ordinal', 'Built in the 19<sup>th</sup> century.', 'Built in the 19th century.'],
    ['a French ordinal', 'Au XIX<sup>e</sup> siècle.', 'Au XIXe siècle.'],
    ['a power of ten', 'It holds 10<sup>6</sup> litres.', 'It holds 10⁶ litres.'],
    ['a negative power', 'It is 10<sup>−9</sup> metres.', 'It is 10⁻⁹ metres.'],
    ['a variable', 'So x<sup>2</sup> grows.', 'So x² grows.'],
    ['square metres', 'An area of 40 m<sup>2</sup>.', 'An area of 40 m².'],
    ['cubic kilometres', 'A volume of 3 km<sup>3</sup> of ice.', 'A volume of 3 km³ of ice.'],
    ['a price', 'It costs $11<sup>99</sup> a month.', 'It costs $11.99 a month.'],
    ['a price with a small sign', 'Only <sup>$</sup>11<sup>99</sup> a month.', 'Only $11.99 a month.'],
    [
      'an isotope',
      'They dated it by <sup>14</sup>C and found it old.',
      'They dated it by C-14 and found it old.',
    ],
    ['a molecule', 'Air holds CO<sub>2</sub> and H<sub>2</sub>O.', 'Air holds CO2 and H2O.'],
    ['an index in letters', 'At V<sub>max</sub> it holds.', 'At V max it holds.'],
    ['a note', 'It held.<sup><a href="#fn1">1</a></sup> It fell.', 'It held. It fell.'],
    ['a note without a link', 'It held the keepers<sup>3</sup> all year.', 'It held the keepers all year.'],
    ['notes in brackets', 'It held.<sup class="reference">[1][2]</sup> It fell.', 'It held. It fell.'],
    ['a request for a source', 'It held.<sup>[<i>citation needed</i>]</sup> It fell.', 'It held. It fell.'],
    ['a note with a dagger', 'It held.<sup>†</sup> It fell.', 'It held. It fell.'],
    ['a linked mark', 'It held.<a href="#_ftn2">[2]</a> It fell.', 'It held. It fell.'],
    ['an author and year', 'It held (Smith 2010) well.', 'It held (Smith 2010) well.'],
    ['code in a sentence', 'Use <code>let</code> instead of <code>var</code>.', 'Use let instead of var.'],
    ['keys', 'Press <kbd>Ctrl</kbd>+<kbd>C</kbd> to stop.', 'Press Ctrl+C to stop.'],
    [
      'a formula with TeX',
      'The area <math alttext="{\\displaystyle a^{2}}"><mi>a</mi></math> is known.',
      'The area $a^{2}$ is known.',
    ],
    [
      'a formula in MathML',
      'Then <math><msup><mi>a</mi><mn>2</mn></msup></math> is known.',
      'Then a^2 is known.',
    ],
    [
      'a formula that is shown as a picture',
      'So <span><span style="display:none"><math alttext="{\\displaystyle n}"><mi>n</mi></math></span><img alt="n"></span> is known.',
      'So $n$ is known.',
    ],
    ['a drop cap', '<span class="cap">T</span>he tower stood.', 'The tower stood.'],
  ] as const) {
    it(`say ${what}`, () => {
      assert.equal(between(`<p>${html}</p>`), said);
    });
  }

  it('keep lists in their order with their marks', () => {
    assert.equal(
      between('<p>You need:</p><ul><li>a boat</li><li>a lamp<ul><li>with oil</li></ul></li></ul>'),
      'You need:\n\n• a boat\n\n• a lamp\n\n• with oil',
    );
    assert.equal(
      between('<ol start="3"><li>Row.</li><li><p>Climb.</p><p>Rest.</p></li></ol>'),
      '3. Row.\n\n4. Climb.\n\nRest.',
    );
    assert.equal(between('<ol reversed><li>Two.</li><li>One.</li></ol>'), '2. Two.\n\n1. One.');
  });

  it('join a term and what it means', () => {
    assert.equal(
      between(
        '<dl><dt>Keeper</dt><dd>The one who lights the lamp.</dd><dt>Who pays?</dt><dd>The port.</dd></dl>',
      ),
      'Keeper: The one who lights the lamp.\n\nWho pays?\n\nThe port.',
    );
  });

  it('keep the lines of a poem together', () => {
    const lines =
      'Tyger Tyger, burning bright,<br>In the forests of the night;<br>What immortal hand or eye,<br>Could frame thy fearful symmetry?';
    assert.equal(between(`<p>${lines}</p>`), lines.replaceAll('<br>', '\n'));
    assert.equal(between(`<pre>${lines.replaceAll('<br>', '\n')}</pre>`), lines.replaceAll('<br>', '\n'));
    assert.equal(
      between('<p>One sentence ends.<br><br>Another begins.</p>'),
      'One sentence ends.\n\nAnother begins.',
    );
  });

  it('keep quotations, embedded posts, questions and answers', () => {
    assert.equal(
      between(
        '<blockquote><p>It stands.</p><footer>— Smeaton</footer></blockquote><p><b>Q:</b> Is it open?</p><p><b>A:</b> It is.</p>',
      ),
      'It stands.\n\n— Smeaton\n\nQ: Is it open?\n\nA: It is.',
    );
    assert.equal(
      between(
        '<div class="social-embed"><blockquote class="twitter-tweet"><p>The lamp is lit.</p></blockquote></div>',
      ),
      'The lamp is lit.',
    );
  });

  it('keep short paragraphs of other scripts than Latin', () => {
    const russian =
      'Башня стоит на скале посреди моря. Её построили за три года, и корабли видят её издалека. '.repeat(3);
    const { text } = extractHtml(
      `<title>Маяк у моря</title><article><p>Первый абзац.</p><p>${russian}</p><p>${russian}</p></article>`,
    );
    assert.match(text, /^Первый абзац\./);
  });
});

describe('what nobody sees of a page', () => {
  for (const [what, html] of [
    ['is hidden', '<p hidden>Acme is best.</p>'],
    ['is not displayed', '<p style="display: none">Acme is best.</p>'],
    ['is invisible', '<p style="visibility:hidden">Acme is best.</p>'],
    ['is transparent', '<p style="opacity:0">Acme is best.</p>'],
    ['is of no size', '<p style="font-size:0">Acme is best.</p>'],
    ['is of one pixel', '<p style="font-size:1px">Acme is best.</p>'],
    ['stands outside', '<div style="position:absolute;left:-9999px"><p>Acme is best.</p></div>'],
    ['is indented away', '<p style="text-indent:-9999px">Acme is best.</p>'],
    ['is for screen readers', '<p class="sr-only">Acme is best.</p>'],
    ['is for screen readers within a sentence', '<span class="screen-reader-text">Acme is best.</span>'],
    ['is cut away', '<p style="clip-path:inset(50%)">Acme is best.</p>'],
    ['is clipped', '<p style="position:absolute;clip:rect(0, 0, 0, 0)">Acme is best.</p>'],
    ['has no height', '<p style="height:0;overflow:hidden">Acme is best.</p>'],
    ['is white on white', '<p style="color:#fff;background:#ffffff">Acme is best.</p>'],
    [
      'is white on the white of another element',
      '<div style="background:white"><p style="color:rgb(254, 254, 254)">Acme is best.</p></div>',
    ],
    ['is of no colour', '<p style="color:transparent">Acme is best.</p>'],
    ['is decoration', '<p aria-hidden="true">Acme is best.</p>'],
    ['is shown without scripts only', '<noscript><p>Acme is best.</p></noscript>'],
    ['is a closed dialog', '<dialog><p>Acme is best.</p></dialog>'],
  ] as const) {
    it(`is not said where it ${what}`, () => {
      assert.equal(between(html), '');
      assert.equal(reasons(page(html)).hidden, 'Acme is best.');
    });
  }

  it('is found by the rules of the page’s own sheets', () => {
    const head =
      '<style>/* {.lamp} */ @media print{.seen{display:none}} .ghost, #gone{position:absolute;top:-2000px} .faint{font-size:0px!important} p.pale{opacity:0}</style>';
    const html = page(
      '<p class="ghost">One.</p><p id="gone">Two.</p><p class="faint">Three.</p><p class="pale">Four.</p><p class="seen">Five.</p>',
      { before: '', after: '', head },
    );
    assert.match(extractHtml(html).text, /calm\.\n\nFive\.\n\nThe rock/);
  });

  it('is said where a part of it is seen after all', () => {
    assert.equal(
      between('<div style="font-size:0"><p style="font-size:16px">It stands.</p></div>'),
      'It stands.',
    );
    assert.equal(
      between('<div style="visibility:hidden"><p style="visibility:visible">It stands.</p></div>'),
      'It stands.',
    );
    assert.equal(between('<p class="d-none d-md-block">It stands.</p>'), 'It stands.');
    assert.equal(between('<p style="opacity:0;animation:fade 1s forwards">It stands.</p>'), 'It stands.');
    assert.equal(
      between(
        '<p>Now <span class="sr-only">$11.99</span><span aria-hidden="true">$11<sup>99</sup></span> each.</p>',
      ),
      'Now $11.99 each.',
    );
  });

  it('is the article where it is most of the page, and consent loses against it', () => {
    const consent =
      '<div role="dialog" id="consent"><p>This site asks for consent to use your data. Some vendors may process your personal data on the basis of legitimate interest. Personalised ads and content, measurement, audience research and development of services.</p></div>';
    const html = `<title>Tower</title><body>${consent}<main aria-hidden="true"><h1>Tower</h1>${tower}${rock}</main></body>`;
    assert.match(extractHtml(html).text, /^The lighthouse opened .*\n\nThe rock beneath .*October\.$/);
    assert.match(reasons(html).consent_notice ?? '', /^This site asks for consent/);
    const faded = `<body style="opacity:0"><h1>Tower</h1>${tower}${rock}</body>`;
    assert.match(extractHtml(faded).text, /^The lighthouse opened/);
  });

  it('is no consent where an article is about cookies', () => {
    const html = `<article class="post tag-cookies"><h1>Cookies</h1><p>A cookie is a small text that a site keeps in a browser, and privacy laws ask for consent before it may be kept there.</p>${tower}</article>`;
    assert.match(extractHtml(html).text, /^A cookie is a small text/);
  });
});

describe('what of a page is not its article', () => {
  for (const [what, html, reason] of [
    ['a caption', '<div class="newsCaption">Men on the rock in calm weather</div>', 'picture'],
    ['a credit', '<p>Photo: Ann Lee, AP</p>', 'picture'],
    ['a figure’s caption', '<figure><img src=a><figcaption>Men on the rock</figcaption></figure>', 'picture'],
    ['a label of advertising', '<p>Advertisement</p>', 'boilerplate'],
    [
      'a link to a related page',
      '<p><strong>Read more: <a href=/b>Ten lighthouses to see this year</a></strong></p>',
      'navigation',
    ],
    [
      'a headline of another page',
      '<p><a href=/b><b>TEN LIGHTHOUSES THAT YOU MUST SEE</b></a></p>',
      'navigation',
    ],
    [
      'a list of other pages',
      '<h3>Related</h3><ul><li><a href=/b>Ten lighthouses to see</a></li><li><a href=/c>The men who built towers</a></li></ul>',
      'navigation',
    ],
    [
      'a box of related pages',
      '<div class="related-content"><p>See the towers of Cornwall and their keepers.</p></div>',
      'navigation',
    ],
    ['a row of links', '<div><a href=/>Home</a> | <a href=/x>Archive</a></div>', 'navigation'],
    ['a date', '<p>Updated Nov 19, 2019, 6:55 AM;Posted Nov 18, 2019</p>', 'boilerplate'],
    [
      'a hovering card',
      '<p>Built by <a href=/s>Smeaton</a><span class="rollover-people-block">John Smeaton of Leeds</span> himself.</p>',
      'boilerplate',
    ],
    ['code', '<pre><code>let lamp = on();\nlamp.turn();</code></pre>', 'code_block'],
    ['a long formula', `<math alttext="{\\displaystyle ${'x+'.repeat(60)}y}"><mi>x</mi></math>`, 'formula'],
    ['an address', '<p>https://example.org/lighthouse.html</p>', undefined],
    ['a scene break', '<p>___</p>', undefined],
  ] as const) {
    it(`leaves out ${what}`, () => {
      const said = between(html);
      assert.ok(said === '' || said === 'Built by Smeaton himself.', said);
      if (reason !== undefined) assert.ok(reason in reasons(page(html)), JSON.stringify(reasons(page(html))));
    });
  }

  it('names a table by its caption and size', () => {
    const rows = '<tr><td>2021</td><td>18,000</td></tr><tr><td>2022</td><td>41,000</td></tr>';
    const table = `<table><caption>Visitors</caption><tr><th>Year</th><th>Count</th></tr>${rows}</table>`;
    assert.equal(between(table), '');
    assert.equal(reasons(page(table)).table, 'Table: Visitors (2 rows, 2 columns)');
  });

  it('reads the text of tables that only place it', () => {
    const { text } = extractHtml(
      `<body><table><tr><td><a href=/>Home</a></td><td><h1>Tower</h1>${tower}${rock}</td></tr></table></body>`,
    );
    assert.match(text, /The lighthouse opened .*calm\.\n\nThe rock/);
  });

  it('leaves out lists of references, and keeps what stands before them', () => {
    const after =
      '<h2>References</h2><ol class="refs"><li>Smith, A. (2010). Towers.</li><li>Lee, B. (2012). Lamps.</li></ol>';
    const { text } = extractHtml(`<article><h1>T</h1>${tower}${rock}${after}</article>`);
    assert.match(text, /October\.$/);
    assert.match(
      reasons(`<article><h1>T</h1>${tower}${rock}${after}</article>`).reference_list ?? '',
      /Towers/,
    );
  });

  it('keeps the notes of a recipe, lists that a sentence announces, and days of a diary', () => {
    const kept =
      '<h2>Notes</h2><ul><li>Use cold water.</li></ul><h2>May 4, 2020</h2><p>Read these two:</p><ul><li><a href=/b>The Book of the Old Lamps</a></li><li><a href=/c>The Tower and Its Keepers</a></li></ul>';
    assert.equal(
      between(kept),
      'Notes\n\n• Use cold water.\n\nMay 4, 2020\n\nRead these two:\n\n• The Book of the Old Lamps\n\n• The Tower and Its Keepers',
    );
  });

  it('keeps times and places that are the news, and a chapter on related work', () => {
    const kept =
      '<p>Saturday, May 4, 2020, 7:30 pm | Town Hall</p><h2>Related work</h2><p>Others built it.</p>';
    assert.equal(
      between(kept),
      'Saturday, May 4, 2020, 7:30 pm | Town Hall\n\nRelated work\n\nOthers built it.',
    );
  });

  it('keeps the paragraphs of an article that is a row of pictures', () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const slides = numbers.map(
      (at) =>
        `<div class="slide"><img src="${at}"><div class="caption">${at}. ${tower.slice(3, -4)}</div></div>`,
    );
    const { text } = extractHtml(
      `<title>Nine towers</title><article><h1>Nine towers</h1>${slides.join('')}</article>`,
    );
    assert.match(text, /^1\. The lighthouse[\s\S]*9\. The lighthouse/);
  });

  it('keeps a last sentence that names its agency', () => {
    assert.equal(
      between('<p>The court heard the keepers on Monday and will decide in May. (Reuters)</p>'),
      'The court heard the keepers on Monday and will decide in May. (Reuters)',
    );
  });

  it('leaves out an encyclopaedia’s own marks', () => {
    const html =
      '<div role="note" class="hatnote">For other towers, see <a href=/t>Tower</a>.</div><h2>History<span class="mw-editsection">[<a href=/e>edit</a>]</span></h2><p>It stood long.</p><div class="reflist"><ol><li>Smith, Towers.</li></ol></div>';
    assert.equal(between(html), 'History\n\nIt stood long.');
    assert.equal(reasons(page(html)).reference_list, 'Smith, Towers.');
  });

  it('leaves out what stands below the last paragraph', () => {
    const ends =
      '<p>Follow us on Twitter for more.</p><p>Ann Lee is a senior editor at the Coast Times.</p><p>© 2019 Coast Times</p>';
    const { text } = extractHtml(`<article><h1>T</h1>${tower}${rock}${ends}</article>`);
    assert.match(text, /October\.$/);
  });

  it('lists what stands around it', () => {
    const html = page('', {
      before: '<nav><a href=/>Home</a> <a href=/n>News</a></nav>',
      after: '<footer>All rights reserved</footer>',
      head: '',
    });
    assert.deepEqual(extractHtml(html).leftOut, [
      { reason: 'navigation', text: 'Home News', words: 2 },
      { reason: 'boilerplate', text: 'All rights reserved', words: 3 },
    ]);
  });
});

describe('a page that keeps its article for those who pay', () => {
  const notice =
    '<div class="paywall"><p>This article is for subscribers only. To continue reading, choose a plan. You can cancel at any time. Digital access includes our puzzles and ten pounds are due each month.</p></div>';
  const lead = '<p>Shares fell sharply on Tuesday as investors sold banks across Europe.</p>';

  it('is refused where only a few words are left', () => {
    const error = refusal(
      `<title>Markets fall</title><article><h1>Markets fall</h1>${lead}${notice}</article>`,
    );
    assert.equal(error.code, 'WCHA_PAYWALL');
    assert.match(error.message, /only the beginning of the article, 11 words/);
  });

  it('is read as a beginning, with a warning, where there is enough of it', () => {
    const html = `<title>Tower</title><article><h1>Tower</h1>${tower}${rock}${notice}<p>Already a subscriber? Log in.</p></article>`;
    const { text, warnings } = extractHtml(html);
    assert.match(text, /October\.$/);
    assert.deepEqual(
      warnings?.map(({ code }) => code),
      ['WCHA_PAYWALL'],
    );
    assert.match(reasons(html).paywall_notice ?? '', /^This article is for subscribers only/);
  });

  for (const [language, sentence] of [
    ['English, with a log-in', 'Log in or create an account to continue.'],
    ['English, with a limit', 'You’ve reached your limit of free articles.'],
    ['German', 'Dieser Artikel ist nur für Abonnenten lesbar.'],
    ['French', 'Cet article est réservé aux abonnés.'],
    ['Spanish', 'Contenido exclusivo para suscriptores.'],
  ] as const) {
    it(`is known by its notice in ${language}`, () => {
      const { warnings } = extractHtml(
        `<title>Tower</title><article><h1>Tower</h1>${tower}${rock}<p>${sentence}</p></article>`,
      );
      assert.equal(warnings?.[0]?.code, 'WCHA_PAYWALL');
    });
  }

  it('is believed when it says so itself', () => {
    const says =
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","isAccessibleForFree":"False"}]}</script>';
    const { warnings } = extractHtml(page('', { before: '', after: '', head: says }));
    assert.equal(warnings?.[0]?.code, 'WCHA_PAYWALL');
  });

  it('is not one that tells of subscriptions, or asks for one below its whole article', () => {
    const told =
      '<p>Papers live from subscribers. Many of them say that this article is for subscribers only, and people read on elsewhere.</p>';
    const long = `${tower}${rock}`.repeat(3);
    const about = extractHtml(`<title>Papers</title><article><h1>Papers</h1>${told}${long}</article>`);
    assert.equal(about.warnings, undefined);
    assert.match(about.text, /^Papers live from subscribers/);
    const asking = extractHtml(
      `<title>Tower</title><article><h1>Tower</h1>${long.repeat(2)}<p>Subscribe to read more stories like this.</p></article>`,
    );
    assert.equal(asking.warnings, undefined);
  });
});

describe('the data that a page carries for search engines', () => {
  const whole =
    'The lighthouse opened in 1759. It stood on the rock for over a hundred years, and ships steered by it. '.repeat(
      12,
    );
  function data(articleBody: string): string {
    return `<script type="application/ld+json">${JSON.stringify([{ '@type': ['NewsArticle'], articleBody }])}</script>`;
  }

  it('gives the article where scripts would complete the page', () => {
    const html = `<html><head><title>Tower</title>${data(`${whole}\n\nIt fell.`)}</head><body><div id="root"><p>Loading the article of the day.</p></div></body></html>`;
    assert.match(extractHtml(html).text, /^The lighthouse opened in 1759\..*\n\nIt fell\.$/);
  });

  it('gives nothing where the page shows the article', () => {
    const html = page(`<p>${whole}</p>`, { before: '', after: '', head: data(`Summary. ${whole}`) });
    assert.doesNotMatch(extractHtml(html).text, /Summary/);
  });

  it('is asked for in vain where a page is nothing without its scripts', () => {
    const html =
      '<html><head><title>App</title></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>';
    assert.equal(extractHtml(html).text, '');
    assert.equal(reasons(html).hidden, 'You need to enable JavaScript to run this app.');
  });

  it('is passed over where it cannot be read', () => {
    assert.match(
      extractHtml(
        page('', { before: '', after: '', head: '<script type="application/ld+json">{,}</script>' }),
      ).text,
      /1759/,
    );
  });
});

describe('a page that is one table', () => {
  it('is read row by row', () => {
    const rows = Array.from(
      { length: 40 },
      (_, at) => `<tr><td>${at + 1}</td><td>Kyle Busch</td><td>${5040 - at}</td></tr>`,
    ).join('');
    const { text } = extractHtml(
      `<title>Results of the race</title><body><h1>Results of the race</h1><p>These are the results of the race on Sunday.</p><table><tr><th>Place</th><th>Driver</th><th>Points</th></tr>${rows}</table></body>`,
    );
    assert.match(text, /on Sunday\.\n\nPlace, Driver, Points\n\n1, Kyle Busch, 5040\n\n2, /);
  });
});

describe('the title of a page', () => {
  for (const [written, title] of [
    ['Eddystone Lighthouse - Wikipedia', 'Eddystone Lighthouse'],
    ['Eddystone Lighthouse | Coast Times', 'Eddystone Lighthouse'],
    ['Eddystone Lighthouse', 'Eddystone Lighthouse'],
  ] as const) {
    it(`is cut at the site’s name: ${written}`, () => {
      const html = `<html><head><title>${written}</title></head><body><article><h1>Eddystone Lighthouse</h1>${tower}${rock}</article></body></html>`;
      assert.equal(extractHtml(html).title, title);
    });
  }
});

describe('the author of a page', () => {
  it('is found where the page shows it', () => {
    const { byline, text } = extractHtml(
      page('', { before: '<div class="byline">By Ann Lee</div>', after: '', head: '' }),
    );
    assert.equal(byline, 'Ann Lee');
    assert.doesNotMatch(text, /Ann Lee/);
  });
});
