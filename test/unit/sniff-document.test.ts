import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decodeText } from '../../activities/text/decode-text.js';
import { SNIFF_BYTES, sniffDocument } from '../../platform/documents/sniff-document.js';
import { zipArchive } from '../fakes/zip-archive.js';

function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

describe('sniffDocument', () => {
  for (const [name, bytes, kind] of [
    ['prose', ascii('It was a bright cold day in April. #1 * not markdown.'), 'text'],
    ['nothing', ascii(''), 'text'],
    ['Latin-1 prose', ascii('Le caf\xe9 \xe9tait ferm\xe9, mais la rue \xe9tait pleine.'), 'text'],
    ['UTF-8 Greek', Buffer.from('Ελληνικά κείμενα'.repeat(20)), 'text'],
    ['UTF-16 with a mark', Buffer.from('\ufeffPlain text in sixteen bits.', 'utf16le'), 'text'],
    ['UTF-16 without a mark', Buffer.from('Plain text in sixteen bits, no mark.', 'utf16le'), 'text'],
    ['a Markdown heading', ascii('# Title\n\nText.'), 'markdown'],
    ['Markdown by two kinds of mark', ascii('Intro with **strong** words.\n\n- one\n- two\n'), 'markdown'],
    ['front matter', ascii('---\ntitle: A\n---\nText'), 'markdown'],
    ['a page', ascii('<!DOCTYPE html><html><p>x</p></html>'), 'html'],
    ['a page after a comment', ascii('<!-- hi -->\n<html lang=en><body>x'), 'html'],
    ['XHTML', ascii('<?xml version="1.0"?>\n<html xmlns="x"><body/></html>'), 'html'],
    ['a fragment', ascii('<p>One</p>\n<p>Two</p>'), 'html'],
    ['prose about tags', ascii('Use <b> for bold and <p> for paragraphs.'), 'text'],
    ['a PDF', ascii('%PDF-1.7\n%\xe2\xe3\xcf\xd3'), 'pdf'],
    ['a PDF after a stray line', ascii('\r\nx%PDF-1.4'), 'pdf'],
    ['a PNG', ascii('\x89PNG\r\n\x1a\n'), undefined],
    ['a JPEG', ascii('\xff\xd8\xff\xe0JFIF'), undefined],
    ['MP3', ascii('ID3\x04'), undefined],
    ['gzip', ascii('\x1f\x8b\x08'), undefined],
    ['RTF', ascii('{\\rtf1\\ansi text}'), undefined],
    ['old Word', ascii('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), undefined],
    ['bytes with zeros', Buffer.from([1, 2, 0, 4, 0, 0, 9, 0]), undefined],
    [
      'random high bytes',
      Buffer.from(Array.from({ length: 300 }, (_, at) => 128 + ((at * 97) % 128))),
      undefined,
    ],
  ] as const) {
    it(`takes ${name} for ${kind ?? 'none of ours'}`, () => {
      assert.equal(sniffDocument(bytes), kind);
    });
  }

  for (const [name, unit] of Object.entries({
    'brackets that open': '[',
    'links that are none': '[a](',
    'bold that never ends': '**a ',
    'lines of dashes': 'a\n--- ',
    'line ends': '\r\n',
    'comments that never end': '<!-- ',
  })) {
    it(`decides at once about ${name}`, () => {
      const bytes = ascii(unit.repeat(SNIFF_BYTES / unit.length));
      const times = Array.from({ length: 3 }, () => {
        const begun = performance.now();
        sniffDocument(bytes);
        return performance.now() - begun;
      });
      // One pass over so much takes a few milliseconds; over each part of it again, hundreds.
      assert.ok(Math.min(...times) < 60, `${Math.min(...times)} ms`);
    });
  }

  it('tells a Word archive from other archives', () => {
    assert.equal(sniffDocument(archive(['[Content_Types].xml', 'word/document.xml'])), 'docx');
    assert.equal(sniffDocument(archive(['[Content_Types].xml', 'xl/workbook.xml'])), undefined);
    assert.equal(sniffDocument(archive(['mimetype', 'META-INF/container.xml'])), undefined);
    assert.equal(sniffDocument(archive(['notes.txt'])), undefined);
  });

  it('takes our fixtures for PDFs', () => {
    for (const name of ['tides', 'encrypted', 'scanned']) {
      assert.equal(sniffDocument(readFileSync(`test/fixtures/${name}.pdf`)), 'pdf');
    }
  });
});

describe('decodeText', () => {
  for (const [name, bytes, declared, expected] of [
    ['UTF-8', Buffer.from('naïve café — “ok”'), undefined, 'naïve café — “ok”'],
    ['UTF-8 with a mark', Buffer.from('\ufeffcafé'), undefined, 'café'],
    ['UTF-16 little-endian', Buffer.from('\ufeffcafé', 'utf16le'), undefined, 'café'],
    ['UTF-16 big-endian', Buffer.from('\ufeffcafé', 'utf16le').swap16(), undefined, 'café'],
    ['UTF-16 without a mark', Buffer.from('plain old text', 'utf16le'), undefined, 'plain old text'],
    ['Windows-1252', ascii('\x93caf\xe9\x94 \x96 \x80'), undefined, '“café” – €'],
    ['declared Latin-1', ascii('caf\xe9 \x92s'), 'iso-8859-1', 'café ’s'],
    ['declared Cyrillic', ascii('\xcf\xf0\xe8\xe2\xe5\xf2'), 'windows-1251', 'Привет'],
    ['a false claim of UTF-8', ascii('caf\xe9'), 'utf-8', 'café'],
    ['an unknown claim', Buffer.from('café'), 'klingon', 'café'],
  ] as const) {
    it(`reads ${name}`, () => {
      assert.equal(decodeText(bytes, declared), expected);
    });
  }
});

function archive(names: string[]): Uint8Array {
  return zipArchive(Object.fromEntries(names.map((name) => [name, 'x'])));
}
