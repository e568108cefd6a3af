import type { DomElement } from '../../../text/dom.js';

type List = { ordered: boolean; next: number; step: 1 | -1 };

/** Keeps the place in nested lists, and gives each item's first paragraph its mark: "• " or "3. ". */
export class ListMarks {
  private readonly lists: List[] = [];
  private mark: string | undefined;

  get isInside(): boolean {
    return this.lists.length > 0;
  }

  enter(tag: string, element: DomElement): void {
    if (tag === 'UL' || tag === 'MENU') this.lists.push({ ordered: false, next: 0, step: 1 });
    if (tag === 'OL') this.lists.push(orderedList(element));
    if (tag === 'LI') this.mark = this.markOf(element);
  }

  leave(tag: string): void {
    if (tag === 'UL' || tag === 'OL' || tag === 'MENU') this.lists.pop();
    if (tag === 'LI') this.mark = undefined;
  }

  /** The mark of the item that begins here; once. */
  takeMark(): string | undefined {
    const { mark } = this;
    this.mark = undefined;
    return mark;
  }

  private markOf(item: DomElement): string | undefined {
    const list = this.lists.at(-1);
    if (list === undefined || !list.ordered) return '• ';
    const value = wholeNumber(item.getAttribute('value'));
    const number = value ?? list.next;
    list.next = number + list.step;
    return `${number}. `;
  }
}

function orderedList(element: DomElement): List {
  const isReversed = element.getAttribute('reversed') !== null;
  const items = isReversed ? [...element.childNodes].filter((child) => child.nodeName === 'LI').length : 1;
  const start = wholeNumber(element.getAttribute('start'));
  return { ordered: true, next: start ?? items, step: isReversed ? -1 : 1 };
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;
}
