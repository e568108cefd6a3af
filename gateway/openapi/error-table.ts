import { codeEntry } from '../../platform/error-codes/index.js';
import type { Listener } from './openapi-document.js';
import { bodyErrors, commonErrors, errorsOf, type Route } from '../http/route.js';

/** Endpoints and their codes as a Markdown table; codes that any route may answer are left to the text around it. */
export function errorTable(routes: readonly Route[], listener: Listener): string {
  const everywhere = [...listener.errors, ...commonErrors, ...bodyErrors];
  const rows = routes.map((route) => {
    const codes = errorsOf(route, listener.errors).filter((code) => !everywhere.includes(code));
    const cell = codes.map((code) => `\`${code}\` ${codeEntry(code).status}`).join('<br>');
    return `| \`${route.method.toUpperCase()} ${route.path}\` | ${cell === '' ? '-' : cell} |`;
  });
  return ['| Endpoint | Codes |', '| --- | --- |', ...rows].join('\n');
}
