import { frameOf } from './frame-of';
import type { Scope } from '../language/look-up';
import type { ComponentOf } from '../types';

export function Spacer({ component, scope }: { component: ComponentOf<'spacer'>; scope: Scope }) {
  return <div {...frameOf(component, scope)} aria-hidden="true" />;
}
