import type { DomElement } from '../../../text/dom.js';
import { colourIn, looksAlike } from './colours.js';
import { namesIn, type Style } from './style-rules.js';

/** What text inherits from the elements around it, as far as it decides whether it can be seen. */
export type Ink = {
  readonly tiny: boolean;
  readonly invisible: boolean;
  readonly colour: ReturnType<typeof colourIn>;
  readonly paper: ReturnType<typeof colourIn>;
};

export const blackOnUnknown: Ink = { tiny: false, invisible: false, colour: undefined, paper: undefined };

/** Names of classes that many sites share, for text meant for other programs than eyes. */
const unseenNames =
  /^(?:sr-only|sr-text|visually-?hidden|(?:u|is|cdk|govuk|a11y|h)-(?:visually-)?hidden|screen-?reader(?:-text|-only|s)?|screen-reader-shortcut|element-invisible|assistive-text|off-?screen|a-offscreen|hidden-text|d-none|hidden|hide|is-hidden|print-only|printonly|visible-print(?:-block|-inline)?|print-header|d-print-block)$/i;

/** `d-none d-md-block`, `hidden md:block`: hidden on small screens only. */
const shownWider = /^(?:d-(?:sm|md|lg|xl|xxl)-(?!none)|(?:sm|md|lg|xl|2xl):(?!hidden))/;

/** Whether nobody sees an element, whatever its parts' own styles are. */
export function isUnseen(element: DomElement, style: Style): boolean {
  if (element.getAttribute('hidden') !== null) return true;
  if (element.nodeName === 'DIALOG' && element.getAttribute('open') === null) return true;
  const names = namesIn(element.getAttribute('class'));
  if (names.some((name) => unseenNames.test(name)) && !names.some((name) => shownWider.test(name)))
    return true;
  return style.size > 0 && isUnseenByStyle(style);
}

/** What the element's own text looks like. */
export function inkOf(around: Ink, style: Style): Ink {
  if (style.size === 0) return around;
  const size = style.get('font-size');
  const visibility = style.get('visibility');
  const isClipped = /text/.test(style.get('background-clip') ?? style.get('-webkit-background-clip') ?? '');
  const paper = colourIn(style.get('background-color') ?? style.get('background'));
  const colour = isClipped ? undefined : colourIn(style.get('color'));
  return {
    tiny: size === undefined ? around.tiny : isTiny(size),
    invisible: visibility === undefined ? around.invisible : /^(?:hidden|collapse)/.test(visibility),
    colour: colour ?? (isClipped ? undefined : around.colour),
    // A background that we cannot read may be any colour.
    paper: paperOf(style, paper, around),
  };
}

export function isUnseenInk({ tiny, invisible, colour, paper }: Ink): boolean {
  if (tiny || invisible || colour === 'transparent') return true;
  return colour !== undefined && paper !== undefined && paper !== 'transparent' && looksAlike(colour, paper);
}

function paperOf(style: Style, paper: Ink['paper'], around: Ink): Ink['paper'] {
  if (paper === 'transparent') return around.paper;
  if (paper !== undefined) return paper;
  const isSet = ['background', 'background-color', 'background-image'].some((name) => style.has(name));
  return isSet ? undefined : around.paper;
}

function isUnseenByStyle(style: Style): boolean {
  if (style.get('display') === 'none' || style.get('content-visibility') === 'hidden') return true;
  // What is animated begins at nothing and comes into sight.
  const moves = style.has('animation') || style.has('transition') || style.has('animation-name');
  if (!moves && Number.parseFloat(style.get('opacity') ?? '1') < 0.05) return true;
  const isTakenOut = /^(?:absolute|fixed)$/.test(style.get('position') ?? '');
  if ((isTakenOut && isOutside(style)) || isFar(style.get('text-indent') ?? '')) return true;
  return isCutAway(style);
}

function isCutAway(style: Style): boolean {
  const [one] = (style.get('clip') ?? '').match(/rect\((?:\s*[01](?:px)?[\s,]*){4}\)/) ?? [];
  if (one !== undefined) return true;
  if (/inset\(\s*(?:[5-9]\d|100)%|circle\(0/.test(style.get('clip-path') ?? '')) return true;
  if (/scale\(0(?:\.0+)?\)|translate[xy]?\(-\d{4}/.test(style.get('transform') ?? '')) return true;
  if (!/hidden|clip/.test(style.get('overflow') ?? '')) return false;
  return isNothing(style.get('width') ?? '') || isNothing(style.get('height') ?? '');
}

function isOutside(style: Style): boolean {
  return ['left', 'top', 'right', 'bottom', 'inset', 'margin-left', 'margin-top'].some((side) =>
    isFar(style.get(side) ?? ''),
  );
}

/** So far to the left or above that no screen reaches there. */
function isFar(length: string): boolean {
  const match = /^-(\d{1,9}(?:\.\d{1,6})?)(px|em|rem|vw|vh|%|pt)?/.exec(length);
  if (match === null) return false;
  const least: Readonly<Record<string, number>> = { em: 50, rem: 50, '%': 100, vw: 100, vh: 100 };
  return Number(match[1]) >= (least[match[2] ?? ''] ?? 500);
}

function isNothing(length: string): boolean {
  return /^[01](?:\.0+)?(?:px|em|rem|%|pt)?$/.test(length);
}

function isTiny(size: string): boolean {
  const match = /^(\d{0,6}(?:\.\d{1,6})?)(px|pt|em|rem|%)?$/.exec(size);
  if (match?.[1] === undefined || match[1] === '') return false;
  const least: Readonly<Record<string, number>> = { em: 0.15, rem: 0.15, '%': 15 };
  return Number(match[1]) < (least[match[2] ?? 'px'] ?? 2);
}
