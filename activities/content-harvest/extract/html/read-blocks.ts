import { defined } from '../../../../platform/defined.js';
import type { LeftOutReason } from '../../../../workflows/contract/left-out.js';
import { isElement, isText, type DomElement, type DomNode } from '../../../text/dom.js';
import { bareTex, formulaText } from './formula-text.js';
import type { Block } from './block.js';
import { readDataTable, type DataTable } from './data-table.js';
import { ListMarks } from './list-marks.js';
import { blockElements, plainTextOf, rawTextOf } from './plain-text-of.js';
import { areVerses, readPreformatted } from './preformatted.js';
import { isNoteLink, isNoteMark, isotopesAsSaid, loweredText, raisedText } from './raised-text.js';
import { codeOfPage } from './text-size.js';
import { blackOnUnknown, isUnseenInk, type Ink } from './unseen.js';

/** What a page knows about its elements and a Word document does not. */
export interface PageRules {
  /** Why an element is left out with all that is in it. */
  regionOf(element: DomElement): LeftOutReason | undefined;
  /** How its text looks, if that is known. */
  inkOf(element: DomElement, around: Ink): Ink;
}

export type PageBlocks = {
  blocks: Block[];
  /** The elements that were left out whole. */
  leftElements: DomElement[];
  /** The elements whose own text is part of blocks, with the numbers of these blocks. */
  owners: Map<DomNode, number[]>;
};

const noRules: PageRules = { regionOf: () => undefined, inkOf: (_, around) => around };

/** Inline code longer than this (characters) is an example, not a name in a sentence. */
const longestCode = 80;

type Step = DomNode | { end: DomElement };

/** All blocks below a node, in order. Walks without recursion: a hostile page nests without end. */
export function readBlocks(root: DomNode, rules: PageRules = noRules): PageBlocks {
  return new BlockReader(rules).read(root);
}

class BlockReader {
  private readonly blocks: Block[] = [];
  private readonly leftElements: DomElement[] = [];
  private readonly owners = new Map<DomNode, number[]>();
  private readonly lists = new ListMarks();
  private readonly inks: Ink[] = [blackOnUnknown];
  private readonly places: DomElement[] = [];
  private readonly links: DomElement[] = [];
  private readonly headings: DomElement[] = [];
  private text = '';
  private linkedLength = 0;
  private parents = new Set<DomNode>();
  private term: string | undefined;

  constructor(private readonly rules: PageRules) {}

  read(root: DomNode): PageBlocks {
    const stack: Step[] = [...root.childNodes].reverse();
    if (isElement(root)) this.places.push(root);
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      if ('end' in step) this.leave(step.end);
      else if (isText(step)) this.addText(step);
      else if (isElement(step)) stack.push(...this.enter(step));
    }
    this.endBlock();
    this.endTerm();
    return { blocks: this.blocks, leftElements: this.leftElements, owners: this.owners };
  }

  /** What is still to be walked of an element: its end and its children, the first one last. */
  private enter(element: DomElement): Step[] {
    const tag = element.nodeName.toUpperCase();
    if (tag === 'SCRIPT') this.addTexScript(element);
    if (codeOfPage.has(tag)) return [];
    if (tag === 'BR') {
      this.text += '\n';
      return [];
    }
    if (tag === 'MATH') return this.addFormula(element);
    const region = this.rules.regionOf(element);
    if (region !== undefined) return this.leaveOut(element, region);
    if (tag === 'TABLE') {
      const table = readDataTable(element);
      if (table !== undefined) return this.leaveOut(element, 'table', table);
    }
    if (tag === 'PRE') return this.addPreformatted(element);
    if (tag === 'SUP' || tag === 'SUB') return this.addRaised(element, tag);
    if (tag === 'CODE') {
      const code = rawTextOf(element, '\n').trim();
      if (code.includes('\n') || code.length > longestCode) return this.leaveOut(element, 'code_block');
    }
    if (tag === 'A' && this.isMark(element)) return this.leaveOut(element, 'footnote');
    if (tag === 'FIGURE' && element.querySelector('blockquote, table, pre, p, li') === null) {
      return this.leaveOut(element, 'picture');
    }
    return this.goInto(element, tag);
  }

  private goInto(element: DomElement, tag: string): Step[] {
    if (blockElements.has(tag)) {
      this.endBlock();
      this.places.push(element);
      this.lists.enter(tag, element);
      if (/^H[1-6]$/.test(tag)) this.headings.push(element);
    }
    if (tag === 'A') this.links.push(element);
    this.inks.push(this.rules.inkOf(element, this.inks.at(-1) ?? blackOnUnknown));
    return [{ end: element }, ...[...element.childNodes].reverse()];
  }

  private leave(element: DomElement): void {
    const tag = element.nodeName.toUpperCase();
    this.inks.pop();
    if (tag === 'A') this.links.pop();
    if (!blockElements.has(tag)) return;
    this.endBlock(tag);
    this.places.pop();
    this.lists.leave(tag);
    if (/^H[1-6]$/.test(tag)) this.headings.pop();
    if (tag === 'DL') this.endTerm();
  }

  private addText(node: DomNode): void {
    const text = (node.textContent ?? '').replace(/\s+/g, ' ');
    if (text === '') return;
    if (isUnseenInk(this.inks.at(-1) ?? blackOnUnknown)) {
      this.pushLeft('hidden', text.trim());
      return;
    }
    this.append(text, 'parentElement' in node ? (node.parentElement as DomNode) : undefined);
  }

  private append(text: string, parent: DomNode | undefined): void {
    this.text += text;
    if (text.trim() === '') return;
    if (this.links.length > 0) this.linkedLength += text.trim().length;
    if (parent !== undefined) this.parents.add(parent);
  }

  private leaveOut(element: DomElement, reason: LeftOutReason, table?: DataTable): Step[] {
    if (blockElements.has(element.nodeName.toUpperCase()) && reason !== 'hidden') this.endBlock();
    this.leftElements.push(element);
    this.pushLeft(reason, table?.piece.text ?? plainTextOf(element), table);
    return [];
  }

  private pushLeft(left: LeftOutReason, text: string, table?: DataTable): void {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    const around = this.around();
    this.blocks.push({
      text,
      kind: 'left',
      left,
      linked: 0,
      around,
      ...defined({ table }),
    });
  }

  private addFormula(math: DomElement): Step[] {
    const text = formulaText(math);
    if (text === undefined) return this.leaveOut(math, 'formula');
    this.append(text, math.parentElement ?? undefined);
    return [];
  }

  /** MathJax keeps its TeX in scripts. */
  private addTexScript(script: DomElement): void {
    if (!/^math\/tex/.test(script.getAttribute('type') ?? '')) return;
    const tex = bareTex(script.textContent ?? '');
    if (tex === undefined) return;
    if (tex.length > longestCode) this.pushLeft('formula', tex);
    else this.append(`$${tex}$`, script.parentElement ?? undefined);
  }

  private addRaised(element: DomElement, tag: 'SUP' | 'SUB'): Step[] {
    const text = plainTextOf(element);
    if (text.length > 20 && !isNoteLink(element)) return this.goInto(element, tag);
    const parent = element.parentElement ?? undefined;
    if (tag === 'SUB') {
      this.append(loweredText(text, this.before()), parent);
      return [];
    }
    const raised = raisedText(element, text, this.before());
    if (raised === 'footnote') return this.leaveOut(element, 'footnote');
    this.append(raised.text, parent);
    return [];
  }

  /** The body is around everything, and says nothing. */
  private around(): DomElement[] {
    return this.places
      .slice(-4, -1)
      .filter(({ nodeName }) => nodeName !== 'BODY')
      .reverse();
  }

  /** The last characters that were read: more of them nobody asks for. */
  private before(): string {
    return this.text.slice(-40);
  }

  private isMark(link: DomElement): boolean {
    const text = link.textContent?.trim() ?? '';
    return text.length <= 10 && isNoteMark(link, text);
  }

  private addPreformatted(pre: DomElement): Step[] {
    const isMarked =
      pre.querySelector('code, samp, span') !== null ||
      /\b(?:code|highlight|language|lang|brush|prettyprint)/i.test(pre.getAttribute('class') ?? '');
    const blocks = readPreformatted(rawTextOf(pre, '\n'), isMarked);
    if (blocks === undefined) return this.leaveOut(pre, 'code_block');
    this.endBlock();
    for (const text of blocks) {
      this.append(text, pre);
      this.endBlock();
    }
    return [];
  }

  /** Ends the paragraph that is being read; `tag`: the element that ends with it. */
  private endBlock(tag?: string): void {
    const { text, linkedLength, parents } = this;
    this.text = '';
    this.linkedLength = 0;
    this.parents = new Set();
    if (text.trim() === '') return;
    const length = text.replace(/\s+/g, ' ').trim().length;
    const linked = Math.min(1, linkedLength / length);
    for (const paragraph of paragraphsIn(isotopesAsSaid(text)))
      this.pushText(paragraph, linked, parents, tag);
  }

  private pushText(
    text: string,
    linked: number,
    parents: ReadonlySet<DomNode>,
    tag: string | undefined,
  ): void {
    if (tag === 'DT' && !/[.?!:…。？！]$/.test(text)) {
      this.endTerm();
      this.term = text;
      return;
    }
    const heading = this.headings.at(-1);
    const mark = heading === undefined ? this.lists.takeMark() : undefined;
    const term = this.term === undefined ? '' : `${this.term}: `;
    this.term = undefined;
    const number = this.blocks.length;
    for (const parent of parents) {
      const owned = this.owners.get(parent);
      if (owned === undefined) this.owners.set(parent, [number]);
      else owned.push(number);
    }
    const around = this.around();
    const whole = `${mark ?? ''}${term}${text}`;
    if (heading !== undefined) {
      this.blocks.push({
        text: whole,
        kind: 'heading',
        linked,
        around,
        level: Number(heading.nodeName.slice(1)),
      });
    } else {
      this.blocks.push({ text: whole, kind: this.lists.isInside ? 'item' : 'text', linked, around });
    }
  }

  /** A term that no definition follows stands alone. */
  private endTerm(): void {
    if (this.term === undefined) return;
    this.blocks.push({ text: this.term, kind: 'text', linked: 0, around: this.around() });
    this.term = undefined;
  }
}

/** Two line breaks part paragraphs, as on old pages; one parts lines, which stay lines where they are verses. */
function paragraphsIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  if (lines.length === 1) return lines;
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0).flatMap(linesOf);
}

function linesOf(lines: string[]): string[] {
  if (lines.length >= 3 && areVerses(lines)) return [lines.join('\n')];
  const paragraphs: string[] = [];
  let current = '';
  for (const line of lines) {
    current = current === '' ? line : `${current} ${line}`;
    if (/[.?!:…”"。？！]$/.test(line)) {
      paragraphs.push(current);
      current = '';
    }
  }
  return current === '' ? paragraphs : [...paragraphs, current];
}
