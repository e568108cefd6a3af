import assert from 'node:assert/strict';
import type { ExtractedDocument } from '../../activities/content-harvest/extract/extracted-document.js';
import { extractPdf } from '../../activities/content-harvest/extract/extract-pdf.js';
import { printedLines, textPdf, type PrintedText } from '../fakes/text-pdf.js';

async function read(...pages: PrintedText[][]): Promise<ExtractedDocument> {
  const document = await extractPdf(textPdf(pages));
  if (typeof document === 'string') assert.fail(document);
  return document;
}

function pieces({ leftOut = [] }: ExtractedDocument): string[] {
  return leftOut.map(({ reason, text }) => `${reason}: ${text}`);
}

const leftColumn = [
  'The keeper lit the lamp at dusk',
  'and put it out at dawn, every day',
  'of the year but one. On that day',
  'the sea stood higher than he had',
  'ever seen it stand, and the door',
  'could not be opened from within.',
];
const rightColumn = [
  'The boat came a week later. It',
  'brought bread and oil and letters',
  'for the winter, and it took the',
  'keeper home to see his children,',
  'who had grown. He never went out',
  'to the rock again in his life.',
];

/** Widths of Helvetica's letters, thousandths of the size (Adobe Font Metrics). */
const helvetica: Record<string, number> = { T: 611, c: 500, i: 222, k: 500, l: 222, r: 333, s: 500, t: 278, w: 722, y: 500 }; // prettier-ignore

/** In points, at a size of 10. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (helvetica[letter] ?? 556) / 100, 0);
}

describe('a PDF', function () {
  this.timeout(20_000);

  it('of two columns is read column after column, however the file orders its lines', async () => {
    const head = { text: 'On Lamps and the People who Keep them Burning', x: 60, y: 730, size: 11 };
    const left = printedLines(leftColumn, { x: 60, y: 700 });
    const right = printedLines(rightColumn, { x: 330, y: 700 });
    const rows = left.flatMap((line, at) => [line, ...(right[at] === undefined ? [] : [right[at]])]);
    const text = `On Lamps and the People who Keep them Burning\n\n${leftColumn.join(' ')}\n\n${rightColumn.join(' ')}`;
    assert.equal((await read([head, ...rows])).text, text);
    assert.equal((await read([head, ...left, ...right])).text, text);
  });

  it('keeps the hyphens that belong to words at the ends of lines', async () => {
    const lines = [
      'The bids are based on the price-',
      'determining factors of the far well-',
      'known harbour, which twenty-',
      'three boats use that fish for her-',
      'ring. The com-',
      'mittee, led by Jean-',
      'Paul, met for two-',
      'and three-day sessions in 1914-',
      '18, and the Smea-',
      'ton tower was its seat at the time of the build-',
      'ing.',
    ];
    assert.equal(
      (await read(printedLines(lines, { x: 60, y: 700 }))).text,
      'The bids are based on the price-determining factors of the far well-known harbour, which twenty-three boats use that fish for herring. The committee, led by Jean-Paul, met for two- and three-day sessions in 1914-18, and the Smeaton tower was its seat at the time of the building.',
    );
  });

  it('loses running heads and page numbers, and no page that looks like the others', async () => {
    const pages = [1, 2, 3].map((week) => [
      { text: 'Weekly report | Acme', x: 60, y: 760, size: 9 },
      { text: `Reports of the year, ${week}`, x: 400, y: 760, size: 9 },
      ...printedLines(
        [
          `In week ${week} the meter at the gate counted ${week * 417} cars and ${week + 9} buses, and`,
          `the gate was closed for ${week} hours.`,
        ],
        { x: 60, y: 700 },
      ),
      {
        text: `${['One', 'Two', 'Three'][week - 1] ?? ''}, of the gate ${week + 100}`,
        x: 60,
        y: 50,
        size: 9,
      },
      { text: `Page ${week} of 3`, x: 300, y: 30, size: 9 },
    ]);
    const document = await read(...pages);
    assert.equal(
      document.text,
      [1, 2, 3]
        .map(
          (week) =>
            `In week ${week} the meter at the gate counted ${week * 417} cars and ${week + 9} buses, and the gate was closed for ${week} hours.`,
        )
        .join('\n\n'),
    );
    assert.deepEqual(pieces(document), [
      'boilerplate: Weekly report | Acme Reports of the year, 1',
      'boilerplate: One, of the gate 101',
      'boilerplate: Two, of the gate 102',
      'boilerplate: Three, of the gate 103',
    ]);
  });

  it('is read without the marks of footnotes and the notes, with its powers', async () => {
    const document = await read([
      { text: 'The lamp burned for forty years.', x: 60, y: 700 },
      { text: '12', x: 222, y: 704, size: 7 },
      { text: 'It used 10', x: 233, y: 700 },
      { text: '6', x: 285, y: 704, size: 7 },
      { text: 'litres of oil in this time, and was', x: 292, y: 700 },
      ...printedLines(
        ['never seen to go out before the keeper left it in May, and when he came back it', 'burned.'],
        { x: 60, y: 687 },
      ),
      { text: '12', x: 60, y: 104, size: 6 },
      { text: 'See the keeper’s book of 1761, which is'.replace('’', "'"), x: 68, y: 100, size: 8 },
      { text: 'kept at Plymouth.', x: 60, y: 90, size: 8 },
    ]);
    assert.equal(
      document.text,
      'The lamp burned for forty years. It used 10^6 litres of oil in this time, and was never seen to go out before the keeper left it in May, and when he came back it burned.',
    );
    assert.deepEqual(pieces(document), [
      "footnote: 12 See the keeper's book of 1761, which is kept at Plymouth.",
    ]);
  });

  it('is read with the lines that were spread to the width of a narrow column', async () => {
    const spread = ['Three large boats', 'carry white stone', 'under their decks'].flatMap((line, at) => {
      const words = line.split(' ');
      const gap = (220 - widthOf(words.join(''))) / (words.length - 1);
      let x = 60;
      return words.map((text) => {
        const placed = { text, x, y: 700 - 13 * at, size: 10 };
        x += widthOf(text) + gap;
        return placed;
      });
    });
    const document = await read([...spread, { text: 'and sand.', x: 60, y: 661, size: 10 }]);
    assert.equal(document.text, 'Three large boats carry white stone under their decks and sand.');
    assert.deepEqual(pieces(document), []);
  });

  it('has a title of two lines in large type', async () => {
    const document = await read([
      { text: 'Molecular Gas and the', x: 60, y: 760, size: 20 },
      { text: 'Formation of Galaxies', x: 60, y: 736, size: 20 },
      ...printedLines(
        ['The lamp was seen by every ship that passed the rock in those', 'years, as the table shows.'],
        { x: 60, y: 700 },
      ),
    ]);
    assert.equal(document.title, 'Molecular Gas and the Formation of Galaxies');
    assert.equal(
      document.text,
      'The lamp was seen by every ship that passed the rock in those years, as the table shows.',
    );
  });

  it('is read without its tables, captions and lists of references, and says so', async () => {
    const cells = [
      ['Year', 'Ships', 'Lost'],
      ['1760', '1,204', '12'],
      ['1770', '1,411', '9'],
      ['1780', '1,502', '4'],
    ];
    const document = await read([
      ...printedLines(
        ['The lamp was seen by every ship that passed the rock in those', 'years, as the table shows.'],
        { x: 60, y: 700 },
      ),
      { text: 'Table 1: Ships by year', x: 60, y: 650 },
      ...cells.flatMap((row, at) =>
        row.map((text, column) => ({ text, x: 60 + 100 * column, y: 637 - 13 * at })),
      ),
      ...printedLines(['Fewer were lost each year.'], { x: 60, y: 560 }),
      { text: 'Figure 2. The lamp of 1760.', x: 60, y: 530 },
      { text: 'References', x: 60, y: 500, size: 13 },
      ...printedLines(
        ['[1] J. Smeaton, A narrative, 1791.', '[2] D. Spry, A letter, 1756.'],
        { x: 60, y: 480 },
        20,
      ),
    ]);
    assert.equal(
      document.text,
      'The lamp was seen by every ship that passed the rock in those years, as the table shows.\n\nFewer were lost each year.',
    );
    assert.deepEqual(pieces(document), [
      'table: Table 1: Ships by year (3 rows, 3 columns)',
      'picture: Figure 2. The lamp of 1760.',
      'reference_list: [1] J. Smeaton, A narrative, 1791.',
      'reference_list: [2] D. Spry, A letter, 1756.',
    ]);
  });

  it('gives each item of a list a paragraph', async () => {
    const lines = [
      'Bring these things:',
      '\u2022 a lamp with enough oil for the',
      'whole night',
      '\u2022 bread',
    ].map((line) => line.replace('\u2022', '\\225'));
    const items = printedLines(lines, { x: 60, y: 700 });
    const pdf = textPdf([items]).toString('latin1').replaceAll('\\\\225', '\\225');
    const document = await extractPdf(Buffer.from(pdf, 'latin1'));
    if (typeof document === 'string') assert.fail(document);
    assert.equal(
      document.text,
      'Bring these things:\n\n• a lamp with enough oil for the whole night\n\n• bread',
    );
  });

  it('ends a list at the end of a column where its last line is not full', async () => {
    const item = [
      { text: '1. Bring a lamp that burns for a whole long night', x: 60, y: 700 },
      { text: '2. Bread', x: 60, y: 687 },
    ];
    const next = printedLines(['Nothing else is needed.'], { x: 330, y: 700 });
    assert.equal(
      (await read([...item, ...next])).text,
      '1. Bring a lamp that burns for a whole long night\n\n2. Bread\n\nNothing else is needed.',
    );
  });

  it('names its pages without text', async () => {
    const text = printedLines(['The lighthouse opened in 1759 after three years of work.'], {
      x: 60,
      y: 700,
    });
    const { warnings, leftOut } = await read(text, [], [], text, []);
    assert.equal(warnings?.[0]?.code, 'WCHA_PAGES_WITHOUT_TEXT');
    assert.match(warnings[0].message, /^3 of 5 pages hold no text \(pages 2–3, 5\)/);
    assert.deepEqual(
      leftOut?.map(({ reason, text: page }) => `${reason} ${page}`),
      ['page_without_text Page 2', 'page_without_text Page 3', 'page_without_text Page 5'],
    );
    assert.equal((await read(text)).warnings, undefined);
  });
});
