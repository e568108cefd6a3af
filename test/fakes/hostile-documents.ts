// Documents that cost far more to read than to send.
import { constants, deflateSync } from 'node:zlib';

/**
 * A page whose only paragraph has tens of thousands of attributes: each is compared with all before it whenever the
 * reader view copies the paragraph. The links are text enough for it to look at, and to try again without.
 */
export function pageOfAttributes(count = 250_000): Buffer {
  const attributes = Array.from({ length: count }, (_, at) => `a${at}=b`).join(' ');
  const links = `<p><a href="/">${'A page that nobody will ever see. '.repeat(12)}</a></p>`;
  return Buffer.from(
    `<html><body><p ${attributes}>A short text that nobody will ever hear.</p>${links}</body></html>`,
  );
}

/** A PDF of a few hundred KB whose one page unpacks to so many MiB of blanks. */
export function pdfBomb(megabytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' '), { level: constants.Z_BEST_SPEED });
  const parts: Buffer[] = [];
  const places: number[] = [];
  let length = 0;
  function add(bytes: Buffer | string): void {
    const part = Buffer.from(bytes as string, 'latin1');
    parts.push(typeof bytes === 'string' ? part : bytes);
    length += bytes.length;
  }
  function object(head: string, stream?: Buffer): void {
    places.push(length);
    add(`${places.length} 0 obj\n${head}\n`);
    if (stream !== undefined) {
      add('stream\n');
      add(stream);
      add('\nendstream\n');
    }
    add('endobj\n');
  }
  add('%PDF-1.4\n');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object('<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  object('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << >> >>');
  object(`<< /Length ${packed.length} /Filter /FlateDecode >>`, packed);
  const at = length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}`);
  add(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`);
  return Buffer.concat(parts);
}
