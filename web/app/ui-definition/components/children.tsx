import { Fragment } from 'react';
import type { Scope } from '../language/look-up';
import { useRenderComponent } from '../render-component';
import type { UiComponent } from '../types';

/** The components in a component, in their order, which does not change. */
export function Children({ of, scope }: { of: UiComponent; scope: Scope }) {
  const render = useRenderComponent();
  return of.children?.map((child, at) => <Fragment key={at}>{render(child, scope)}</Fragment>);
}
