import { holds } from './language/condition';
import type { Scope } from './language/look-up';
import { report } from './report';

/** Whether a condition holds; one that cannot be read does not. */
export function holdsSafely(condition: string, scope: Scope): boolean {
  try {
    return holds(condition, scope);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    report(`a condition that cannot be read: ${error.message}`);
    return false;
  }
}
