/** A printed line or a part of one: where it begins, in points from the lower left corner, and how large it is set. */
export type PrintedText = { text: string; x: number; y: number; size?: number };

/** A PDF of pages in Helvetica, whose texts stand in the file in the order in which they are given. */
export function textPdf(pages: readonly (readonly PrintedText[])[]): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const page of pages) {
    const font = '<< /Font << /F1 3 0 R >> >>';
    const contents = `${objects.length + 2} 0 R`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources ${font} /Contents ${contents} >>`,
    );
    const content = `BT\n${page.map(shown).join('\n')}\nET`;
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = pdf.length;
  pdf += `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}`;
  pdf += `trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}

/** Lines below each other, as they are printed in one column. */
export function printedLines(
  lines: readonly string[],
  from: Omit<PrintedText, 'text'>,
  step = 13,
): PrintedText[] {
  return lines.map((text, at) => ({ ...from, text, y: from.y - at * step }));
}

function shown({ text, x, y, size = 11 }: PrintedText): string {
  const escaped = text.replace(/[\\()]/g, '\\$&');
  return `/F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj`;
}
