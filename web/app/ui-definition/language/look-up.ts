// The language of UI definitions (docs/ui-definition.md): paths, bindings, conditions, addresses. Pure: it imports nothing,
// and is compiled for the tests too, hence the endings of its imports.

/** What paths are looked up in. */
export type Scope = {
  view: { context_data: Record<string, unknown> };
  /** The entry of the list that a template stands in. */
  item?: unknown;
  /** The answer of a call, in its response_actions. */
  response?: unknown;
  self?: { props: unknown };
};

export const pathPattern = /^(item|response|view\.context_data|self\.props)((?:\.[A-Za-z_][A-Za-z0-9_]*)*)$/;

/** What is at the path; undefined where nothing is. Only what the data itself has counts, never what objects inherit. */
export function lookUp(path: string, scope: Scope): unknown {
  const [, root, names = ''] = pathPattern.exec(path) ?? [];
  if (root === undefined) return undefined;
  return names.split('.').slice(1).reduce(ownProperty, rootOf(root, scope));
}

function rootOf(root: string, { view, item, response, self }: Scope): unknown {
  if (root === 'item') return item;
  if (root === 'response') return response;
  return root === 'self.props' ? self?.props : view.context_data;
}

function ownProperty(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
