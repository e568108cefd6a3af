import { minEpisodeWords } from '../count-words.js';
import { code } from './table.js';

/** What the content harvester (WCHA) finds wrong with a source. */
export const harvestCodes = {
  WCHA_URL_INVALID: code(400, 'This is not a complete http or https address.'),
  WCHA_URL_BLOCKED: code(400, 'This address does not lead to the public internet.'),
  WCHA_URL_UNRESOLVABLE: code(502, 'There is no site with this name. Check the address for typos.'),
  WCHA_RESOLVER_FAILED: code(502, 'The site’s name could not be looked up right now.', true),
  WCHA_FETCH_FAILED: code(502, 'The page could not be fetched.', true),
  WCHA_FETCH_TIMEOUT: code(504, 'The page did not arrive in time.', true),
  WCHA_HTTP_STATUS: code(502, 'The page answered with an error.'),
  WCHA_BAD_RESPONSE: code(502, 'The site answered with something that is not proper HTTP.'),
  WCHA_TLS_FAILED: code(502, 'The site has no valid certificate.'),
  WCHA_TOO_MANY_REDIRECTS: code(502, 'The page redirects too often.'),
  WCHA_TOO_LARGE: code(400, 'The source is too large.'),
  WCHA_WRONG_CONTENT_TYPE: code(415, 'The address does not lead to a text, HTML, PDF or Word document.'),
  WCHA_ROBOTS_DISALLOWED: code(403, 'The site asks robots not to read this page (robots.txt).'),
  WCHA_EMPTY_SOURCE: code(400, 'The source contains no text.'),
  WCHA_ENCRYPTED_PDF: code(400, 'The PDF is encrypted. Save it without a password and try again.'),
  WCHA_UNREADABLE_FILE: code(400, 'The file is damaged, or its content does not match its type.'),
  WCHA_UNSUPPORTED_FILE: code(415, 'Only text, Markdown, HTML, PDF and Word (docx) files can be read.'),
  WCHA_UNSUPPORTED_LANGUAGE: code(400, 'The source is in a language that no installed voice speaks.'),
  WCHA_CONTENT_TOO_SHORT: code(
    400,
    `The sources hold under ${minEpisodeWords} words of text: too little for an episode.`,
  ),
  WCHA_NO_SEARCH_RESULTS: code(404, 'Nothing was found about this topic.'),
  WCHA_SEARCH_FAILED: code(502, 'No feed and no search service answered.', true),
  WCHA_ALL_SOURCES_FAILED: code(500, 'None of the sources that were found can be used.'),
  WCHA_UPLOAD_MISSING: code(404, 'The uploaded file is no longer there.'),
} as const;
