import { frameOf } from './frame-of';
import { bindValue } from '../language/bind';
import { lookUp, type Scope } from '../language/look-up';
import { useRenderComponent } from '../render-component';
import type { ComponentOf } from '../types';

/** The template once for each entry of the list; where there is none, what stands in its place. */
export function ListView({ component, scope }: { component: ComponentOf<'list_view'>; scope: Scope }) {
  const { data_source: source, item_template: template, empty_state_component: empty } = component.props;
  const render = useRenderComponent();
  const found = bindValue(source, scope);
  const items: unknown[] = Array.isArray(found) ? found : [];
  if (items.length === 0) return empty === undefined ? null : render(empty, scope);
  return (
    // Without its marks a list is none to some screen readers, unless it says so.
    <ul {...frameOf(component, scope, 'ui-list')} role="list">
      {items.map((item, at) => {
        const inside: Scope = { ...scope, item };
        return <li key={keyOf(inside) ?? at}>{render(template, inside)}</li>;
      })}
    </ul>
  );
}

/** By what an entry is known, so that what is open in it stays with it when others come before it. */
function keyOf(scope: Scope): string | undefined {
  const key = lookUp('item.snippet_id', scope) ?? lookUp('item.name', scope);
  return typeof key === 'string' ? key : undefined;
}
