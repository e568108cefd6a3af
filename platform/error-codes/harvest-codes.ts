import { minEpisodeWords } from '../count-words.js';
import { code } from './code-entry.js';

/** What the content harvester (WCHA) finds wrong with a source. */
export const harvestCodes = {
  WCHA_URL_INVALID: code(400, 'This is not a complete http or https address.'),
  WCHA_URL_BLOCKED: code(400, 'This address does not lead to the public internet.'),
  WCHA_URL_UNRESOLVABLE: code(502, 'There is no site with this name. Check the address for typos.'),
  WCHA_RESOLVER_FAILED: code(502, 'The site’s name could not be looked up right now.', true),
  WCHA_FETCH_FAILED: code(502, 'The page could not be fetched.', true),
  WCHA_FETCH_TIMEOUT: code(504, 'The page took too long to load.', true),
  WCHA_HTTP_STATUS: code(502, 'The site answered with an error instead of the page.'),
  WCHA_BAD_RESPONSE: code(502, 'The site’s answer is not valid HTTP.'),
  WCHA_TLS_FAILED: code(502, 'The site’s certificate is not valid, so the page was not read.'),
  WCHA_TOO_MANY_REDIRECTS: code(502, 'The page redirects too many times.'),
  WCHA_TOO_LARGE: code(400, 'The source is too large. Use a shorter one.'),
  WCHA_WRONG_CONTENT_TYPE: code(415, 'The address does not lead to a text, HTML, PDF or Word document.'),
  WCHA_ROBOTS_DISALLOWED: code(403, 'The site asks robots not to read this page (robots.txt).'),
  WCHA_EMPTY_SOURCE: code(400, 'The source contains no text.'),
  WCHA_PAYWALL: code(
    400,
    'The page gives only the beginning of the article: the rest is for subscribers or members.',
  ),
  WCHA_ENCRYPTED_PDF: code(400, 'The PDF is encrypted. Save it without a password and try again.'),
  WCHA_UNREADABLE_FILE: code(400, 'The file is damaged, or its content does not match its type.'),
  WCHA_UNSUPPORTED_FILE: code(415, 'Only text, Markdown, HTML, PDF and Word (docx) files can be read.'),
  WCHA_UNSUPPORTED_LANGUAGE: code(400, 'The source is in a language that no installed voice speaks.'),
  WCHA_CONTENT_TOO_SHORT: code(
    400,
    `The sources contain fewer than ${minEpisodeWords} words of text, too few for an episode.`,
  ),
  WCHA_NO_SEARCH_RESULTS: code(404, 'Nothing was found about this topic. Try other words.'),
  WCHA_SEARCH_FAILED: code(502, 'No feed or search service answered. Try again later.', true),
  WCHA_ALL_SOURCES_FAILED: code(500, 'None of the sources found can be used.'),
  WCHA_UPLOAD_MISSING: code(404, 'The uploaded file is no longer available. Upload it again.'),
} as const;
