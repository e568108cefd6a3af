import type { CSSProperties } from 'react';
import { bindText } from '../language/bind';
import { classOf, cssOf } from '../language/look';
import type { Scope } from '../language/look-up';
import type { UiComponent } from '../types';

/** What every component has: an id apart from the app's, class names apart from the app's, and the allowed CSS. */
export function frameOf(
  component: UiComponent,
  scope: Scope,
  ownClass?: string,
): { id?: string; className?: string; style?: CSSProperties } {
  const { id, id_template: template } = component;
  const props: { layout?: object; style?: { customCssClass?: string } } = component.props ?? {};
  const css = cssOf({ ...props.layout, ...props.style }, scope);
  const name = id ?? (template === undefined ? undefined : bindText(template, scope));
  const className = [ownClass, classOf(props.style?.customCssClass)]
    .filter((word) => word !== undefined)
    .join(' ');
  return {
    ...(name === undefined ? {} : { id: `view-${name}` }),
    ...(className === '' ? {} : { className }),
    ...(Object.keys(css).length === 0 ? {} : { style: css }),
  };
}
