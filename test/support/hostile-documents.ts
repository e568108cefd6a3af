import { zipArchive } from '../fakes/zip-archive.js';

export type HostileDocument = { name: string; type: string; bytes: Buffer };

/** Ten files that cost far more than their size when they are read carelessly: time, or memory, or both. */
export function hostileDocuments(): HostileDocument[] {
  const megabyte = 1024 * 1024;
  const ordinary = 'The keeper lit the lamp at dusk and climbed down again before the tide came in. ';
  return [
    text('hex.txt', '0123456789abcdef'.repeat(4_000)),
    text('dna.txt', 'GATTACA'.repeat(9_000)),
    text('digits.txt', '31415926535897932384'.repeat(3_200)),
    text('underscores.txt', '_'.repeat(64_000)),
    text('ellipses.txt', '… '.repeat(16_000)),
    text('blanks.txt', ' \u200b'.repeat(32_000) + ordinary.repeat(20)),
    text('four-megabytes.txt', ordinary.repeat((4 * megabyte) / ordinary.length)),
    {
      name: 'nested.html',
      type: 'text/html',
      bytes: Buffer.from(`<html><body>${'<div>'.repeat(200_000)}deep`),
    },
    text('brackets.txt', `${'['.repeat(16_000)} ${ordinary.repeat(20)}`),
    {
      name: 'unpacks.docx',
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: zipArchive({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml': `<w:document>${'<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(600_000)}</w:document>`,
      }),
    },
  ];
}

function text(name: string, content: string): HostileDocument {
  return { name, type: 'text/plain', bytes: Buffer.from(content) };
}
