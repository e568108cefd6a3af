import { lookUp, type Scope } from './look-up.js';

const binding = /\{([^{}]*)\}/g;
const bindingAlone = /^\{([^{}]*)\}$/;

/** The text with what its bindings stand for. What is inserted is not looked at again. */
export function bindText(text: string, scope: Scope): string {
  return text.replace(binding, (_, path: string) => asText(lookUp(path, scope)) ?? '');
}

/** The same, but a text that is one binding alone is what is there, in its own type. */
export function bindValue(text: string, scope: Scope): unknown {
  const [, path] = bindingAlone.exec(text) ?? [];
  return path === undefined ? bindText(text, scope) : lookUp(path, scope);
}

/** JSON whose texts may bind. What stands for nothing is left out of objects. */
export function bindTemplate(template: unknown, scope: Scope): unknown {
  if (typeof template === 'string') return bindValue(template, scope);
  if (Array.isArray(template)) return template.map((entry) => bindTemplate(entry, scope) ?? null);
  if (typeof template !== 'object' || template === null) return template;
  return bindObject(template, scope);
}

export function bindObject(template: object, scope: Scope): Record<string, unknown> {
  const bound = Object.entries(template).map(([name, value]) => [name, bindTemplate(value, scope)] as const);
  return Object.fromEntries(bound.filter(([, value]) => value !== undefined));
}

/** The address with what is bound encoded; undefined where a part of it is missing or would climb to another place. */
export function bindAddress(text: string, scope: Scope): string | undefined {
  const missing: string[] = [];
  const address = text.replace(binding, (_, path: string) => {
    const value = asText(lookUp(path, scope));
    if (value === undefined || /^\.{1,2}$/.test(value)) missing.push(path);
    return encodeURIComponent(withoutHalves(value ?? ''));
  });
  return missing.length === 0 ? address : undefined;
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Half a character cannot be encoded. */
function withoutHalves(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
