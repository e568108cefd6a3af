// As much of a renderer as tests of UI definitions need, after docs/ui-definition.md alone.
import type { UiAction, UiComponent, UiDefinition } from '../../gateway/ui-definition/ui-schema.js';

/** Every address that the view can call or go to, with what is bound in it. */
export function addressesOf(view: UiDefinition): string[] {
  return addressesIn(view.root_component, { view });
}

/** Every text that the view shows outside of lists. */
export function textsOf(view: UiDefinition): string[] {
  return shown(view.root_component, { view }).flatMap((component) =>
    component.type === 'text' ? [filled(component.props.content, { view }, String)] : [],
  );
}

type Scope = { view: UiDefinition; item?: unknown };

function addressesIn(component: UiComponent, scope: Scope): string[] {
  const { events = {} } = (component.props ?? {}) as { events?: Record<string, UiAction | UiAction[]> };
  const actions = Object.values(events).flat();
  const inside = (component.children ?? []).flatMap((child) => addressesIn(child, scope));
  return [...actions.flatMap((action) => addressOf(action, scope)), ...inside, ...inItems(component, scope)];
}

function inItems(component: UiComponent, scope: Scope): string[] {
  if (component.type !== 'list_view') return [];
  const { data_source: source, item_template: template } = component.props;
  const items = lookUp(source.slice(1, -1), scope) as unknown[];
  return items.flatMap((item) => addressesIn(template, { ...scope, item }));
}

function addressOf(action: UiAction, scope: Scope): string[] {
  if (action.action_type === 'API_CALL') return [filled(action.endpoint, scope, encodeURIComponent)];
  return action.action_type === 'NAVIGATE' ? [filled(action.target_path, scope, encodeURIComponent)] : [];
}

function shown(component: UiComponent, scope: Scope): UiComponent[] {
  if (!holds(component.visibility_condition, scope)) return [];
  return [component, ...(component.children ?? []).flatMap((child) => shown(child, scope))];
}

function filled(text: string, scope: Scope, encode: (value: string) => string): string {
  return text.replace(/\{([^}]*)\}/g, (_, path: string) => encode(String(lookUp(path, scope))));
}

function holds(condition: string | undefined, scope: Scope): boolean {
  if (condition === undefined) return true;
  return condition.split(' || ').some((all) => all.split(' && ').every((term) => termHolds(term, scope)));
}

function termHolds(term: string, scope: Scope): boolean {
  const [, path = '', operator, literal = ''] = /^!?(\S+)(?: ([=!]=) (.*))?$/.exec(term) ?? [];
  const value = lookUp(path, scope);
  if (operator === undefined) return Boolean(value) !== term.startsWith('!');
  const expected: unknown = JSON.parse(literal.replace(/^'|'$/g, '"'));
  return (value === expected) === (operator === '==');
}

function lookUp(path: string, { view, item }: Scope): unknown {
  const names = path.replace(/^view\.context_data/, 'context').split('.');
  return names.reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name], {
    context: view.context_data,
    item,
  });
}
