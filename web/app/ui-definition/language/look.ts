import { bindText } from './bind.js';
import type { Scope } from './look-up.js';
import { ownPath } from './own-address.js';

/** Values of CSS properties by their names in scripts; numbers are pixels where the property is a length. */
export type Css = Record<string, string | number>;

/** Layout and style properties of a definition, with the CSS property that each is. Others are not applied. */
const properties: Record<string, string> = {
  display: 'display', direction: 'flexDirection', align_items: 'alignItems', justify_content: 'justifyContent',
  gap: 'gap', padding: 'padding', margin: 'margin', width: 'width', height: 'height', min_width: 'minWidth',
  max_width: 'maxWidth', min_height: 'minHeight', max_height: 'maxHeight', flex_grow: 'flexGrow',
  flex_shrink: 'flexShrink', flex_basis: 'flexBasis', position: 'position', top: 'top', right: 'right',
  bottom: 'bottom', left: 'left', overflow: 'overflow', zIndex: 'zIndex', backgroundColor: 'backgroundColor',
  textColor: 'color', fontFamily: 'fontFamily', fontSize: 'fontSize', fontWeight: 'fontWeight',
  fontStyle: 'fontStyle', textAlign: 'textAlign', textDecoration: 'textDecoration', lineHeight: 'lineHeight',
  borderRadius: 'borderRadius', border: 'border', boxShadow: 'boxShadow', opacity: 'opacity',
  objectFit: 'objectFit', cursor: 'cursor',
}; // prettier-ignore

/** What computes colours and lengths; whatever loads something is not among them. */
const functions = /^(rgba?|hsla?|calc|var|min|max|clamp|light-dark)$/i;

/** The allowed part of a component's `layout` and `style` as CSS. */
export function cssOf(look: Record<string, unknown>, scope: Scope): Css {
  const css: Css = {};
  for (const [name, value] of Object.entries(look)) {
    const property = properties[name];
    if (property !== undefined && isAllowed(property, value)) css[property] = value;
  }
  if (look['wrap'] === true) css['flexWrap'] = 'wrap';
  const picture = look['backgroundImageUrl'];
  const address = typeof picture === 'string' ? ownPath(bindText(picture, scope)) : undefined;
  if (address !== undefined)
    css['backgroundImage'] = `url("${address.replace(/["\\]/g, encodeURIComponent)}")`;
  return css;
}

/** A definition's own words for how things look, apart from the app's class names. */
export function classOf(words: unknown): string | undefined {
  if (typeof words !== 'string') return undefined;
  const names = words.split(/\s+/).filter((word) => /^[a-z][a-z0-9-]*$/.test(word));
  return names.length === 0 ? undefined : names.map((name) => `view-${name}`).join(' ');
}

function isAllowed(property: string, value: unknown): value is string | number {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'string' || /[\\;{}]/.test(value)) return false;
  // Nothing of a view lies over what the app itself shows.
  if (property === 'position' && value === 'fixed') return false;
  return [...value.matchAll(/([\w-]*)\(/g)].every(([, name = '']) => functions.test(name));
}
