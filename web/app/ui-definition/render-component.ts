import { createContext, use, type ReactNode } from 'react';
import type { Scope } from './language/look-up';
import type { UiComponent } from './types';

export type RenderComponent = (component: UiComponent, scope: Scope) => ReactNode;

/** How containers render what they contain. Handed in, since every component may be inside every container. */
export const RenderContext = createContext<RenderComponent | undefined>(undefined);

export function useRenderComponent(): RenderComponent {
  const render = use(RenderContext);
  if (render === undefined) throw new Error('useRenderComponent outside of UiView');
  return render;
}
