import assert from 'node:assert/strict';
import { extractMarkdown } from '../../activities/content-harvest/extract/extract-markdown.js';

function read(markdown: string): string {
  return extractMarkdown(markdown).text;
}

function leftOut(markdown: string): string[] {
  return (extractMarkdown(markdown).leftOut ?? []).map(({ reason, text }) => `${reason}: ${text}`);
}

describe('Markdown', () => {
  it('is read without the marks of footnotes, and the notes are left out', () => {
    const notes =
      'It fell.[^1] It rose[^n] again.^[With a loan.] It stands.\n\n[^1]: Defoe, 1704.\n    He saw it.\n\n    And more.\n[^n]: Spry.\n\nThe end.';
    assert.equal(read(notes), 'It fell. It rose again. It stands.\n\nThe end.');
    assert.deepEqual(leftOut(notes), [
      'footnote: With a loan.',
      'footnote: Defoe, 1704. He saw it. And more.',
      'footnote: Spry.',
    ]);
    assert.equal(read('In `a[^1]` and\n\n```\n[^1]: x\n```\n'), 'In a[^1] and');
  });

  it('names title, authors and date in its front matter, and leaves the rest out', () => {
    const page =
      '---\ntitle: "On Lamps"\nauthors:\n  - Ann Lee\n  - Bo Ray\ndate: 2024-05-01\ntags: [lamp, sea]\n---\nA lamp burns.';
    const { title, byline, publishedAt, text } = extractMarkdown(page);
    assert.deepEqual(
      [title, byline, publishedAt, text],
      ['On Lamps', 'Ann Lee, Bo Ray', '2024-05-01', 'A lamp burns.'],
    );
    assert.deepEqual(leftOut(page), ['front_matter: tags: [lamp, sea]']);
    assert.equal(extractMarkdown('+++\ntitle = "On Lamps"\n+++\nA lamp burns.').title, 'On Lamps');
    assert.equal(read('---\n\nA lamp burns.\n\n---\n\nThe end.'), 'A lamp burns.\n\nThe end.');
  });

  it('keeps what is marked, and the text of notes without their names', () => {
    assert.equal(
      read('It is ==quite **new**== here, if a==b and c==d.'),
      'It is quite new here, if a==b and c==d.',
    );
    assert.equal(read('> [!NOTE]\n> Mind the step.'), 'Mind the step.');
    assert.equal(
      read('It is wet.\n\n> [!tip]- A hint\n> Bring a lamp.'),
      'It is wet.\n\nA hint\n\nBring a lamp.',
    );
    assert.equal(
      read(':::note\nMind the step.\n:::\n\n::: {.callout-tip}\nBring a lamp.\n:::'),
      'Mind the step.\n\nBring a lamp.',
    );
    assert.equal(
      read('It is so.\n\n!!! note "Careful"\n    It is wet.\n\n    Very wet.\n\nThe end.'),
      'It is so.\n\nCareful\n\nIt is wet.\n\nVery wet.\n\nThe end.',
    );
  });

  it('keeps formulas within a line as they are, and leaves display formulas out', () => {
    const line =
      'If $a_1 * b_2$ is $n(n-1)/2$, then $E = mc^2$, and it costs $5 for one and $10 for two, or US$ 3.';
    assert.equal(read(line), line);
    assert.equal(read('So \\(a*b*c\\) is \\$5.'), 'So $a*b*c$ is $5.');
    const display =
      'It is known.\n\n$$\nE = mc^2\n$$\n\nAnd:\n\\[ a = b \\]\n\n\\begin{equation}\nc\n\\end{equation}\nThe end $$ x $$ here.';
    assert.equal(read(display), 'It is known.\n\nAnd:\n\nThe end here.');
    assert.deepEqual(leftOut(display), ['formula: E = mc^2', 'formula: a = b', 'formula: c', 'formula: x']);
  });

  it('says code within a line, and leaves blocks of code, tables and pictures out', () => {
    const page =
      'Use `let` instead of `var`.\n\n```js\nlet a = 1;\n```\n\n| Year | Visitors |\n|---|---|\n| 2022 | 41 |\n| 2023 | 58 |\n\n![A lamp](a.png)';
    assert.equal(read(page), 'Use let instead of var.');
    assert.deepEqual(leftOut(page), [
      'code_block: let a = 1;',
      'table: Table: Year, Visitors (2 rows, 2 columns)',
      'picture: A lamp',
    ]);
  });

  it('gives each item of a list a paragraph, with its bullet or number', () => {
    assert.equal(
      read('- [ ] water\n- [x] soap\n  1. liquid\n  2. hard\n\n3. third\n4. fourth\n\n   And more of it.'),
      '• water\n\n• soap\n\n1. liquid\n\n2. hard\n\n3. third\n\n4. fourth\n\nAnd more of it.',
    );
    assert.equal(
      read('Lantern\n: The room at the top.\n\nGallery\n\n: The walk around it.'),
      'Lantern: The room at the top.\n\nGallery: The walk around it.',
    );
  });

  it('keeps the lines of a poem and the turns of a conversation', () => {
    assert.equal(read('Roses are red,  \nViolets are blue.'), 'Roses are red,\nViolets are blue.');
    assert.equal(
      read(
        '**Host:** When?\n**Keeper:** In May,\nwhen the ice is gone.\n\n**Host:** Why?\n\n**Keeper:** The boats.',
      ),
      'Host: When?\n\nKeeper: In May, when the ice is gone.\n\nHost: Why?\n\nKeeper: The boats.',
    );
  });

  it('reads the HTML in it, and nothing that is hidden there', () => {
    const page =
      '10<sup>6</sup> and 40 m<sup>2</sup> on the 19<sup>th</sup>, a note<sup>3</sup>, H<sub>2</sub>O.<br>A <span style="display:none">say nothing</span> line.\n\n<details><summary>More</summary>\n<p>Some <b>more</b>.</p></details>\n\n<div hidden>Nothing.</div>\n\n<!-- no -->';
    assert.equal(read(page), '10^6 and 40 m² on the 19th, a note, H2O.\nA line.\n\nMore\n\nSome more.');
    assert.deepEqual(leftOut(page), ['hidden: say nothing', 'hidden: Nothing.']);
  });

  it('leaves out what is struck out and the list of references', () => {
    const page =
      'It is ~~red~~ green, H~2~O.\n\n## References\n\n- Defoe, The Storm, 1704.\n- Spry, 1755.\n\n## After\n\nThe end.';
    assert.equal(read(page), 'It is green, H2O.\n\nAfter\n\nThe end.');
    assert.deepEqual(leftOut(page), [
      'deleted_text: red',
      'reference_list: • Defoe, The Storm, 1704.',
      'reference_list: • Spry, 1755.',
    ]);
  });

  it('says links by their words', () => {
    assert.equal(
      read('See [the *map*](a.html), [[Keeper|the keeper]] and [[Lamp]].\n\n[TOC]'),
      'See the map, the keeper and Lamp.',
    );
  });
});
