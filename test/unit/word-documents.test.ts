import assert from 'node:assert/strict';
import { extractDocx } from '../../activities/content-harvest/extract/extract-docx.js';
import type { ExtractedDocument } from '../../activities/content-harvest/extract/extracted-document.js';
import { wordDocument, wordParagraph, wordRun } from '../fakes/word-document.js';

function pieces({ leftOut = [] }: ExtractedDocument): string[] {
  return leftOut.map(({ reason, text }) => `${reason}: ${text}`);
}

function deleted(text: string): string {
  return `<w:del w:id="1" w:author="A"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
}

function level(format: string, at = 0): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`;
}

function item(text: string, list: number, at = 0): string {
  return wordParagraph(wordRun(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
}

function row(...cells: string[]): string {
  return `<w:tr>${cells.map((cell) => `<w:tc>${wordParagraph(wordRun(cell))}</w:tc>`).join('')}</w:tr>`;
}

const opening = wordParagraph(wordRun('The lamp burned for forty years.'));

describe('a Word document', () => {
  it('is read with its changes accepted, and says that there are some', () => {
    const document = extractDocx(
      wordDocument(
        wordParagraph(
          `${wordRun('It lasts ')}${deleted('twelve')}<w:ins w:id="2" w:author="A">${wordRun('twenty')}</w:ins>${wordRun(' months.')}`,
        ) +
          wordParagraph(wordRun('It goes '), '<w:rPr><w:del w:id="3" w:author="A"/></w:rPr>') +
          wordParagraph(wordRun('on here.')) +
          `<w:p><w:moveFrom w:id="4" w:author="A">${wordRun('Moved away.')}</w:moveFrom></w:p>` +
          `<w:p><w:moveTo w:id="5" w:author="A">${wordRun('Moved here.')}</w:moveTo></w:p>`,
      ),
    );
    assert.equal(document.text, 'It lasts twenty months.\n\nIt goes on here.\n\nMoved here.');
    assert.deepEqual(pieces(document), ['deleted_text: twelve', 'deleted_text: Moved away.']);
    assert.equal(document.warnings?.[0]?.code, 'WCHA_TRACKED_CHANGES');
    assert.match(
      document.warnings[0].message,
      /all of them accepted\. Its deleted text \(2 pieces\) is left out\.$/,
    );
    assert.equal(extractDocx(wordDocument(opening)).warnings, undefined);
  });

  it('is read without its notes, comments, heads and feet, and says so', () => {
    const document = extractDocx(
      wordDocument(
        wordParagraph(
          `${wordRun('It burned')}<w:r><w:footnoteReference w:id="1"/></w:r>${wordRun(' brightly')}${wordRun('12', '<w:vertAlign w:val="superscript"/>')}${wordRun('.')}<w:r><w:commentReference w:id="1"/></w:r>`,
        ),
        {
          footnotes: `<w:footnote w:id="1">${wordParagraph(wordRun('See Spry.'))}</w:footnote>`,
          endnotes: `<w:endnote w:id="1">${wordParagraph(wordRun('See Defoe.'))}</w:endnote>`,
          comments: `<w:comment w:id="1">${wordParagraph(wordRun('Really?'))}</w:comment>`,
          header1: wordParagraph(wordRun('On Lamps')),
        },
      ),
    );
    assert.equal(document.text, 'It burned brightly.');
    assert.deepEqual(pieces(document), [
      'footnote: See Spry.',
      'footnote: See Defoe.',
      'about_the_text: Really?',
      'boilerplate: On Lamps',
    ]);
  });

  it('counts the items of its lists', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level('decimal')}${level('lowerLetter', 1)}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`;
    const { text } = extractDocx(
      wordDocument(
        opening +
          item('Wash it', 1) +
          item('with soap', 1, 1) +
          item('with salt', 1, 1) +
          item('Dry it', 1) +
          item('soap', 2) +
          item('Fill it', 3) +
          item('Light it', 1),
        { numbering },
      ),
    );
    assert.equal(
      text,
      'The lamp burned for forty years.\n\n1. Wash it\n\na. with soap\n\nb. with salt\n\n2. Dry it\n\n• soap\n\n4. Fill it\n\n3. Light it',
    );
  });

  it('is read without its tables and pictures, and says so', () => {
    const document = extractDocx(
      wordDocument(
        `${opening}${wordParagraph(wordRun('Table 1. Ships seen'), '<w:pStyle w:val="Caption"/>')}<w:tbl>${row('Year', 'Ships')}${row('1760', '1,204')}</w:tbl><w:tbl>${row('A box with a frame around it.')}</w:tbl><w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="A lamp"/></wp:inline></w:drawing></w:r></w:p>`,
      ),
    );
    assert.equal(document.text, 'The lamp burned for forty years.\n\nA box with a frame around it.');
    assert.deepEqual(pieces(document), ['table: Table 1. Ships seen (1 row, 2 columns)', 'picture: A lamp']);
  });

  it('is read without what nobody sees in it', () => {
    const document = extractDocx(
      wordDocument(
        wordParagraph(
          `${wordRun('It burned')}${wordRun(' Say this.', '<w:vanish/>')}${wordRun(' Say that.', '<w:color w:val="FFFFFF"/>')}${wordRun(' And this.', '<w:sz w:val="2"/>')}${wordRun(' long', '<w:vanish w:val="0"/>')}${wordRun(' ago.', '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>')}`,
        ),
      ),
    );
    assert.equal(document.text, 'It burned long ago.');
    assert.deepEqual(pieces(document), ['hidden: Say this. Say that. And this.']);
  });

  it('has the text of its boxes once, lines that were broken, and formulas within them', () => {
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${wordParagraph(wordRun('In a box.'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${wordParagraph(wordRun('In a box.'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`;
    const formula =
      '<m:oMath><m:r><m:t>E=m</m:t></m:r><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>';
    const document = extractDocx(
      wordDocument(
        wordParagraph(`${wordRun('Around it.')}<w:r>${box}</w:r>`) +
          wordParagraph(`${wordRun('Roses are red,')}<w:r><w:br/></w:r>${wordRun('Violets are blue.')}`) +
          wordParagraph(
            `${wordRun('So ')}${formula}${wordRun(' of 10')}${wordRun('6', '<w:vertAlign w:val="superscript"/>')}${wordRun(' lamps.')}`,
          ) +
          `<w:p><m:oMathPara>${formula}</m:oMathPara></w:p>`,
      ),
    );
    assert.equal(
      document.text,
      'Around it.\n\nIn a box.\n\nRoses are red,\nViolets are blue.\n\nSo $E=mc^2$ of 10^6 lamps.',
    );
    assert.deepEqual(pieces(document), ['formula: E=mc^2']);
  });

  it('has no table of contents', () => {
    const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${wordParagraph(wordRun('Lamps 3'))}</w:sdtContent></w:sdt>`;
    const document = extractDocx(wordDocument(contents + opening));
    assert.equal(document.text, 'The lamp burned for forty years.');
    assert.deepEqual(pieces(document), ['navigation: Lamps 3']);
  });

  it('may call its names otherwise', () => {
    const xml = wordDocument(opening);
    const named = wordDocument(
      '<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:r><x:t>Strict &amp; plain.</x:t></x:r></x:p>',
    );
    assert.equal(extractDocx(xml).text, 'The lamp burned for forty years.');
    assert.equal(extractDocx(named).text, 'Strict & plain.');
  });
});
