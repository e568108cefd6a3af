import { defined } from '../../../platform/defined.js';
import type { LeftOut, LeftOutReason } from '../../../workflows/contract/left-out.js';
import type { Warning } from '../../../workflows/contract/script.js';
import { blockParagraphs } from './block-paragraphs.js';
import { readWordPart, type WordPart } from './docx/read-word-part.js';
import { readNumbering } from './docx/word-numbering.js';
import { readStyles } from './docx/word-styles.js';
import { attribute, xmlTokens } from './docx/xml-tokens.js';
import { readZipText, zipNames } from './docx/zip-budget.js';
import { type ExtractedDocument } from './extracted-document.js';
import { leftOutPiece } from './left-out-piece.js';
import { withoutReferences } from './without-references.js';
import { withoutTitleLines } from './without-title-lines.js';

/**
 * A Word document's running text, with all changes accepted: headings, paragraphs, text boxes, list items with their
 * numbers. Tables, pictures, notes, comments, heads and feet, deleted and hidden text are left out.
 *
 * @throws Error when the archive holds no document
 */
export function extractDocx(bytes: Uint8Array): ExtractedDocument {
  const path = mainPart(bytes);
  const xml = readZipText(bytes, path);
  if (xml === undefined) throw new Error('no document in the archive');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const styles = readStyles(readZipText(bytes, `${folder}styles.xml`) ?? '');
  const numbering = readNumbering(readZipText(bytes, `${folder}numbering.xml`) ?? '');
  function read(text: string): WordPart {
    return readWordPart(text, styles, numbering);
  }
  const main = read(xml);
  const { kept, leftOut: references } = withoutReferences(
    blockParagraphs(main.paragraphs.map(({ text }) => text)),
  );
  const first = main.paragraphs[0];
  const headed = first !== undefined && /^(?:title|heading 1)$/.test(first.style) ? first.text : undefined;
  const others = zipNames(bytes).flatMap((name): LeftOut[] => {
    const reason = reasonOf(name.slice(folder.length));
    if (reason === undefined || !name.startsWith(folder)) return [];
    return read(readZipText(bytes, name) ?? '').paragraphs.map(({ text }) => leftOutPiece(reason, text));
  });
  return {
    ...withoutTitleLines(kept, headed),
    leftOut: [...main.leftOut, ...references, ...others],
    ...defined({ warnings: main.isChanged ? [trackedChanges(main.leftOut)] : undefined }),
  };
}

/** What the other parts of a document hold. */
function reasonOf(part: string): LeftOutReason | undefined {
  if (/^(?:foot|end)notes\.xml$/.test(part)) return 'footnote';
  if (part === 'comments.xml') return 'about_the_text';
  return /^(?:header|footer)\d{0,3}\.xml$/.test(part) ? 'boilerplate' : undefined;
}

/** The part that the package names as its document. */
function mainPart(bytes: Uint8Array): string {
  for (const token of xmlTokens(readZipText(bytes, '_rels/.rels') ?? '')) {
    if (token.kind !== 'open' || attribute(token.attributes, 'Type')?.endsWith('/officeDocument') !== true)
      continue;
    const target = attribute(token.attributes, 'Target');
    if (target !== undefined) return target.replace(/^\//, '');
  }
  return 'word/document.xml';
}

function trackedChanges(leftOut: readonly LeftOut[]): Warning {
  const deleted = leftOut.filter(({ reason }) => reason === 'deleted_text').length;
  const also =
    deleted === 0
      ? ''
      : ` Its deleted text (${deleted === 1 ? 'one piece' : `${deleted} pieces`}) is left out.`;
  return {
    code: 'WCHA_TRACKED_CHANGES',
    message: `The document has changes that nobody has accepted or rejected yet. It is read with all of them accepted.${also}`,
  };
}
