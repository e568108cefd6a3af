import { code } from './code-entry.js';

/** What the script weaver (PSWA) cannot do. */
export const scriptCodes = {
  PSWA_INSUFFICIENT_CONTENT: code(
    400,
    'The sources contain too little usable text for an episode. Add another source.',
  ),
  PSWA_UNSUPPORTED_LANGUAGE: code(400, 'The built-in writer cannot write scripts in this language.'),
  PSWA_BAD_SCRIPT_STRUCTURE: code(500, 'The writer returned an incomplete script.'),
  PSWA_WRITING_STOPPED: code(
    400,
    'Writing from these sources takes too long or too much memory. Use shorter or plainer ones.',
  ),
  PSWA_SCRIPT_MISSING: code(404, 'The script of this episode cannot be found in the media store.'),
} as const;
