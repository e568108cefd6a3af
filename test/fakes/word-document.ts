import { zipArchive } from './zip-archive.js';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const others =
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const kinds = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document of this content of its body, and of these other parts: "footnotes", "header1", "numbering" ... */
export function wordDocument(body: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${kinds}.document.main+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${types}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${w} ${others}><w:body>${body}</w:body></w:document>`,
  };
  for (const [name, content] of Object.entries(parts)) {
    files[`word/${name}.xml`] = `<?xml version="1.0"?><w:${name} ${w}>${content}</w:${name}>`;
  }
  return zipArchive(files);
}

/** A paragraph of runs; `properties` are those of the paragraph. */
export function wordParagraph(runs: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A run of text; `properties` are its own. */
export function wordRun(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}
