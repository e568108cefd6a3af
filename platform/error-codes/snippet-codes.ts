import { code } from './code-entry.js';

/** What snippet craft (SCA) cannot do. */
export const snippetCodes = {
  SCA_INSUFFICIENT_CONTENT: code(400, 'The sources of this topic have no headline.'),
} as const;
