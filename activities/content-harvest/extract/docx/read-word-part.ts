import type { LeftOut } from '../../../../workflows/contract/left-out.js';
import { decodeEntities } from '../../../text/decode-entities.js';
import { leftOutPiece } from '../left-out-piece.js';
import { raisedText } from '../raised-text.js';
import type { WordNumbering } from './word-numbering.js';
import type { WordStyles } from './word-styles.js';
import { WordTables, type WordParagraph } from './word-tables.js';
import { withoutElements } from './without-elements.js';
import { attribute, isOn, xmlTokens, type XmlToken } from './xml-tokens.js';

export type WordPart = { paragraphs: WordParagraph[]; leftOut: LeftOut[]; isChanged: boolean };

/** A formula within a line that is longer (characters) cannot be followed. */
const longestFormula = 80;

/** The paragraphs of a part of a Word document, as they are with all changes accepted. */
export function readWordPart(xml: string, styles: WordStyles, numbering: WordNumbering): WordPart {
  const reader = new PartReader(styles, numbering);
  for (const token of withoutElements(xmlTokens(xml), skipped)) reader.readToken(token);
  return reader.part();
}

type OpenParagraph = {
  text: string;
  styleId?: string | undefined;
  numId?: string | undefined;
  level: number;
  isMarkDeleted: boolean;
  /** Of text boxes, which stand within a paragraph. */
  inner: WordParagraph[];
};
type Run = { isHidden: boolean; isWhite: boolean; isShaded: boolean; raised: string };

const newRun: Run = { isHidden: false, isWhite: false, isShaded: false, raised: '' };

/** Left out with all that is in them: what an older Word would show, and how it was set before a change. */
const skipped = /^(?:mc:Fallback|w:\w+Change)$/;

class PartReader {
  private readonly paragraphs: WordParagraph[] = [];
  private readonly leftOut: LeftOut[] = [];
  private readonly open: OpenParagraph[] = [];
  private readonly tables = new WordTables();
  private readonly contents: boolean[] = [];
  private carried = '';
  private run: Run = newRun;
  private isInParagraphProperties = false;
  private deletedDepth = 0;
  private deleted = '';
  private hidden = '';
  private formula: string | undefined;
  private isDisplayed = false;
  private textOf: string | undefined;
  private isChanged = false;

  constructor(
    private readonly styles: WordStyles,
    private readonly numbering: WordNumbering,
  ) {}

  part(): WordPart {
    this.endDeleted();
    this.endHidden();
    return { paragraphs: this.paragraphs, leftOut: this.leftOut, isChanged: this.isChanged };
  }

  readToken(token: XmlToken): void {
    if (token.kind === 'text') this.readText(token.text);
    else if (token.kind === 'open') {
      this.enter(token.name, token.attributes);
      if (token.isEmpty) this.leave(token.name);
    } else this.leave(token.name);
  }

  private enter(name: string, attributes: string): void {
    const paragraph = this.open.at(-1);
    switch (name) {
      case 'w:p':
        this.open.push({ text: this.carried, level: 0, isMarkDeleted: false, inner: [] });
        this.carried = '';
        break;
      case 'w:pPr':
        this.isInParagraphProperties = true;
        break;
      case 'w:r':
        this.run = { ...newRun };
        break;
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        this.textOf = name;
        break;
      case 'w:tab':
      case 'w:ptab':
        if (!this.isInParagraphProperties) this.add(' ');
        break;
      case 'w:br':
      case 'w:cr':
        this.add(attribute(attributes, 'type') === undefined ? '\n' : ' ');
        break;
      case 'w:noBreakHyphen':
        this.add('-');
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.isChanged = true;
        if (this.isInParagraphProperties && paragraph !== undefined) paragraph.isMarkDeleted = true;
        else this.deletedDepth += 1;
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.isChanged = true;
        break;
      case 'w:tbl':
        this.tables.begin();
        break;
      case 'w:tr':
        this.tables.beginRow();
        break;
      case 'w:tc':
        this.tables.beginCell();
        break;
      case 'w:sdt':
        this.contents.push(false);
        break;
      case 'w:docPartGallery':
        if (/contents/i.test(attribute(attributes, 'val') ?? ''))
          this.contents[this.contents.length - 1] = true;
        break;
      case 'wp:docPr': {
        const described = attribute(attributes, 'descr') ?? '';
        if (described !== '') this.leftOut.push(leftOutPiece('picture', described));
        break;
      }
      case 'm:oMathPara':
        this.isDisplayed = true;
        break;
      case 'm:oMath':
        this.formula = '';
        break;
      default:
        this.readProperty(name, attributes, paragraph);
    }
  }

  private readProperty(name: string, attributes: string, paragraph: OpenParagraph | undefined): void {
    const value = attribute(attributes, 'val');
    if (this.isInParagraphProperties) {
      if (paragraph === undefined) return;
      if (name === 'w:pStyle') paragraph.styleId = value;
      else if (name === 'w:numId') paragraph.numId = value;
      else if (name === 'w:ilvl') paragraph.level = Number(value) || 0;
      return;
    }
    if (name === 'w:vanish') this.run.isHidden ||= isOn(attributes);
    else if (name === 'w:color') this.run.isWhite = /^f{6}$/i.test(value ?? '');
    else if (name === 'w:shd' || name === 'w:highlight') this.run.isShaded = true;
    else if (name === 'w:sz') this.run.isHidden ||= Number(value) <= 4;
    else if (name === 'w:vertAlign') this.run.raised = value ?? '';
    else if (this.formula !== undefined) this.formula += mathSigns[name] ?? '';
  }

  private leave(name: string): void {
    switch (name) {
      case 'w:p':
        this.endParagraph();
        break;
      case 'w:pPr':
        this.isInParagraphProperties = false;
        break;
      case 'w:r':
        this.run = newRun;
        break;
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        this.textOf = undefined;
        break;
      case 'w:del':
      case 'w:moveFrom':
        if (!this.isInParagraphProperties) {
          this.deletedDepth = Math.max(0, this.deletedDepth - 1);
          this.endDeleted();
        }
        break;
      case 'w:tbl':
        this.endTable();
        break;
      case 'w:sdt':
        this.contents.pop();
        break;
      case 'm:oMath':
        this.endFormula();
        break;
      case 'm:oMathPara':
        this.isDisplayed = false;
        break;
    }
  }

  private readText(raw: string): void {
    if (this.textOf === undefined) return;
    const text = decodeEntities(raw);
    if (this.formula !== undefined) this.formula += text;
    else if (this.textOf === 'w:delText' || this.deletedDepth > 0) this.deleted += text;
    else if (this.run.isHidden || (this.run.isWhite && !this.run.isShaded)) this.hidden += text;
    else if (this.run.raised === 'superscript') this.add(raisedText(this.before(), text));
    else this.add(text);
  }

  private before(): string {
    return (this.open.at(-1)?.text ?? '').slice(-24);
  }

  private add(text: string): void {
    const paragraph = this.open.at(-1);
    if (paragraph !== undefined && this.deletedDepth === 0) paragraph.text += text;
  }

  private endParagraph(): void {
    const paragraph = this.open.pop();
    this.endDeleted();
    this.endHidden();
    if (paragraph === undefined) return;
    // With its mark deleted, it goes on in the next one.
    if (paragraph.isMarkDeleted) {
      this.carried = paragraph.text;
      return;
    }
    const style = this.styles.nameOf(paragraph.styleId);
    const text = textOf(paragraph.text);
    const around = this.open.at(-1);
    const target = around?.inner ?? this.tables.paragraphs() ?? this.paragraphs;
    if (text !== '') {
      const whole = { text: `${this.markOf(paragraph, style)}${text}`, style };
      if (this.contents.some(Boolean) || /^toc \d|^toc heading/.test(style))
        this.leftOut.push(leftOutPiece('navigation', text));
      else {
        target.push(whole);
        if (around === undefined) this.tables.addToCell(text);
      }
    }
    target.push(...paragraph.inner);
  }

  private markOf({ numId, level, styleId }: OpenParagraph, style: string): string {
    if (/^(?:heading|title|subtitle|caption)/.test(style)) return '';
    const list = numId === undefined ? this.styles.numberingOf(styleId) : { numId, level };
    if (list !== undefined) return this.numbering.markOf(list.numId, list.level);
    return /^list bullet/.test(style) ? '• ' : '';
  }

  private endTable(): void {
    const leftOut = this.tables.end(this.paragraphs);
    if (leftOut !== undefined) this.leftOut.push(leftOut);
  }

  private endFormula(): void {
    const formula = (this.formula ?? '').trim();
    this.formula = undefined;
    if (formula === '') return;
    if (this.isDisplayed || formula.length > longestFormula)
      this.leftOut.push(leftOutPiece('formula', formula));
    else this.add(`$${formula}$`);
  }

  private endDeleted(): void {
    if (this.deleted.trim() !== '') this.leftOut.push(leftOutPiece('deleted_text', this.deleted));
    this.deleted = '';
  }

  private endHidden(): void {
    if (this.hidden.trim() !== '') this.leftOut.push(leftOutPiece('hidden', this.hidden));
    this.hidden = '';
  }
}

const mathSigns: Readonly<Record<string, string>> = { 'm:sup': '^', 'm:sub': '_', 'm:den': '/' };

/** Lines that the author broke stay lines where they are short. */
function textOf(raw: string): string {
  const lines = raw.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  const full = lines.filter((line) => line !== '');
  return full.every((line) => line.length <= 80) ? full.join('\n') : full.join(' ');
}
