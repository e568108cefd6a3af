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

describe('a text that does not name its character set', () => {
  // Each in bytes: this machine's own decoders read them, and nothing in Node writes them.
  for (const [name, base64, expected] of [
    [
      'GB 18030',
      'y/vLtdXi1/m1xsv+1Nq6o7Hf0tG+rdW+wcvBvbDZtuDE6qOsw7/M7M3tyc+2vLvhwcHG8MC0o6y4+NS2t721xLSs1rvWuMK3oaM=',
      '他说这座灯塔在海边已经站了两百多年，每天晚上都会亮起来，给远方的船只指路。',
    ],
    [
      'Shift-JIS',
      'grGCzJOUkeSCzYpDldOCyZPxlVOUTojIj+OC4JengsGCxIKigsSBQZaIlNOM9YLwgsaC4IK1gUGJk4KtgsyRRILJk7mC8IuzgqaCxIKigumBQg==',
      'この灯台は海辺に二百年以上も立っていて、毎晩光をともし、遠くの船に道を教えている。',
    ],
    [
      'EUC-JP',
      'pLOkzsX0wuakz7OkytWky8bzybTHr7DKvuWk4s6ppMOkxqSkpMahosvoyNW496TypMik4qS3oaKx86SvpM7BpaTLxruk8ra1pKikxqSkpOuhow==',
      'この灯台は海辺に二百年以上も立っていて、毎晩光をともし、遠くの船に道を教えている。',
    ],
    [
      'EUC-KR',
      'wMwgte6067TCIMDMuekgs+LAzCCz0bDUILnZtOWwob+hILytIMDWwLi45yC4xcDPILnjILrSwLsgxNG8rSC41SC56LXpv6Gw1CCx5sC7IL7Lt8Egwdi02S4=',
      '이 등대는 이백 년이 넘게 바닷가에 서 있으며 매일 밤 불을 켜서 먼 배들에게 길을 알려 준다.',
    ],
    [
      'Big5',
      'pUy7obNvrnm/T7bwpmKu/MPkpHe4Z6+4pEao4qbKpmimfqFBqEOk0bHfpFezo7d8q0ewX6jToUG1ubu3pOiqurLusKar/Lj0oUM=',
      '他說這座燈塔在海邊已經站了兩百多年，每天晚上都會亮起來，給遠方的船隻指路。',
    ],
    [
      'Windows-1251',
      'weD47f8g8fLu6PIg7eAg8erg6+Ug7+7x8OXk6CDs7vD/LCDoIOrg5uTz/iDt7vf8IOW4IPHi5fIg4ujk//Ig6u7w4OHr6CDo5+Tg6+Xq4C4=',
      'Башня стоит на скале посреди моря, и каждую ночь её свет видят корабли издалека.',
    ],
    [
      'KOI8-R',
      '4sHbztEg09TPydQgzsEg08vBzMUg0M/T0sXEySDNz9LRLCDJIMvB1sTVwCDOz97YIMWjINPXxdQg18nE0dQgy8/SwcLMySDJ2sTBzMXLwS4=',
      'Башня стоит на скале посреди моря, и каждую ночь её свет видят корабли издалека.',
    ],
    [
      'Windows-1253',
      'zyD23PHv8iDz9N3q5fTh6SDz9O/tIOLx3PfvIOXk/iDq4ekg5Onh6vzz6eEg9/H87enhIOrh6SD2+fTf5uXpIPTnIOjc6+Hz8+Eg6tzo5SDt/ff04S4=',
      'Ο φάρος στέκεται στον βράχο εδώ και διακόσια χρόνια και φωτίζει τη θάλασσα κάθε νύχτα.',
    ],
    [
      'Windows-1250',
      'TGF0YXJuaWEgbW9yc2thIHN0b2kgbmEgc2thbGUgb2QgZHd1c3R1IGxhdCBpIGthv2RlaiBub2N5IJx3aWVjaSC/ZWdsYXJ6b20sIGt083J6eSBws3luuSB6IGRhbGVrYS4=',
      'Latarnia morska stoi na skale od dwustu lat i każdej nocy świeci żeglarzom, którzy płyną z daleka.',
    ],
    [
      'Windows-1254',
      'RGVuaXogZmVuZXJpIGlraSB5/Hogef1sZP1yIGtheWFu/W4g/HplcmluZGUgZHVydXlvciB2ZSBoZXIgZ2VjZSB1emFrdGFraSBnZW1pbGVyZSD9/v1rIHR1dHV5b3Iu',
      'Deniz feneri iki yüz yıldır kayanın üzerinde duruyor ve her gece uzaktaki gemilere ışık tutuyor.',
    ],
    [
      'Windows-1256',
      'yt7dIMfh4+TH0ckg2uHsIMfh1c7RySDj5NAg48bK7SDax+Mg5srW7cEg4eHT3eQg3+Eg4e3hySDj5CDI2u3PLg==',
      'تقف المنارة على الصخرة منذ مئتي عام وتضيء للسفن كل ليلة من بعيد.',
    ],
    [
      'Windows-1252',
      'RGVyIExldWNodHR1cm0gc3RlaHQgc2VpdCB6d2VpaHVuZGVydCBKYWhyZW4gYXVmIGRlbSBGZWxzZW4gliBzY2j2biBm/HIgTfZ3ZW4gdW5kIGb8ciBTY2hpZmZlLg==',
      'Der Leuchtturm steht seit zweihundert Jahren auf dem Felsen – schön für Möwen und für Schiffe.',
    ],
  ] as const) {
    const bytes = Buffer.from(base64, 'base64');

    it(`is read as ${name}`, () => {
      assert.equal(sniffDocument(bytes), 'text');
      assert.equal(decodeText(bytes), expected);
      assert.equal(decodeText(bytes, 'utf-8'), expected);
    });
  }

  it('is UTF-8 where it is valid, whatever one-byte set is named', () => {
    assert.equal(decodeText(Buffer.from('naïve café'), 'iso-8859-1'), 'naïve café');
    assert.equal(decodeText(Buffer.from('Привет'), 'windows-1251'), 'Привет');
  });

  it('is not what is named where the bytes are not valid in it', () => {
    assert.equal(decodeText(ascii('Le caf\xe9, \x93ferm\xe9\x94.'), 'shift_jis'), 'Le café, “fermé”.');
  });
});

function archive(names: string[]): Uint8Array {
  return zipArchive(Object.fromEntries(names.map((name) => [name, 'x'])));
}
