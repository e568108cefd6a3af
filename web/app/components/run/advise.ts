// What a person can do about a failure. The API's message says what went wrong; this says what to do.

/** By the code; else by its prefix; else the general advice. */
export function advise(code: string): string {
  const exact = byCode[code];
  if (exact !== undefined) return exact;
  return byPrefix.find(([prefix]) => code.startsWith(prefix))?.[1] ?? generalAdvice;
}

const generalAdvice =
  'Try again. Finished parts are kept. If it fails again, the steps of its run show where.';
const otherSource = 'Create a new episode with another link or file, or paste the text itself.';
const later = 'Try again later. Finished parts are kept.';

const byCode: Partial<Record<string, string>> = {
  CANCELLED: 'It was cancelled. Retry continues where it stopped.',
  RUN_TERMINATED: 'The run was ended in the workflow engine. Retry continues where it stopped.',
  RUN_TIMED_OUT: 'The run took longer than allowed. Retry continues where it stopped.',
  DISK_FULL: 'Free up disk space on the server, then retry.',
  ENGINE_UNAVAILABLE: 'The workflow engine was not available. Check it with “aethercast doctor”, then retry.',
  ASSET_UNAVAILABLE:
    'The server could not download a file it needs, such as a voice. Check its log and ASSET_SOURCES, then retry.',
  MEDIA_OBJECT_MISSING:
    'A stored file is missing. Retry makes it again. If that fails, check the media store.',
  MEDIA_OBJECT_DAMAGED:
    'A stored file was changed. Restore the media store from a backup, or create the episode again.',
  PROCESSING_CONFLICT: 'Another run is working on the same step. Retry when it has finished.',
  WCHA_URL_INVALID: 'Check the link for typing mistakes, then create the episode again.',
  WCHA_URL_UNRESOLVABLE: 'Check the link for typing mistakes, then create the episode again.',
  WCHA_URL_BLOCKED: 'Only public web addresses can be read. Paste the text instead.',
  WCHA_RESOLVER_FAILED: later,
  WCHA_FETCH_FAILED: 'The site may be down. Retry later, or paste the text into a new episode.',
  WCHA_FETCH_TIMEOUT: 'The site may be slow. Retry later, or paste the text into a new episode.',
  WCHA_ROBOTS_DISALLOWED: 'The site does not allow automatic reading. Use another source, or paste the text.',
  WCHA_ENCRYPTED_PDF: 'Save the PDF without a password, then create the episode again.',
  WCHA_EMPTY_SOURCE: otherSource,
  WCHA_CONTENT_TOO_SHORT: 'Create a new episode with longer or more sources.',
  WCHA_NO_SEARCH_RESULTS: 'Create a new episode with a differently worded topic, or with a link or a text.',
  WCHA_SEARCH_FAILED: 'The feeds could not be reached. Check the server’s network connection, then retry.',
  WCHA_ALL_SOURCES_FAILED: 'Retry later, or create a new episode with your own links or text.',
  PSWA_INSUFFICIENT_CONTENT: 'Create a new episode with longer or more sources.',
  PSWA_UNSUPPORTED_LANGUAGE: 'Choose another language or configure a language model (LANGUAGE_PROVIDER).',
  PSWA_BAD_SCRIPT_STRUCTURE: 'Language models sometimes make mistakes. Retry writes the script again.',
  VFA_ENGINE_UNAVAILABLE:
    'Install the voice’s engine (“aethercast doctor” explains how), or create the episode with another voice.',
  VFA_UNSUPPORTED_SCRIPT: 'Create the episode with a voice that can read this writing system.',
  TDA_FAILURE: 'No topic source answered. Check FEEDS_FILE and the network, then try again.',
  SCA_CALL_FAILED_AFTER_RETRIES:
    'Try again. If it fails again, the steps of its run show which source caused it.',
  DISCOVERY_LATE: 'Try again. What was found in the meantime is kept.',
  INTERNAL: 'The server’s log has the full error under this run’s ID. Retry continues where it stopped.',
};

const byPrefix: readonly (readonly [string, string])[] = [
  ['WCHA_', otherSource],
  ['PSWA_', 'Retry writes the script again. If it fails again, use other sources.'],
  ['VFA_', 'Retry records only the missing lines. If it fails again, choose another voice.'],
  ['CPOA_EPISODE_', 'Retry assembles the episode again from its recorded lines.'],
  ['IGA_', 'The episode is complete, but has no cover.'],
  ['TDA_', 'Check the list of feeds and the settings of the search services, then try again.'],
  ['SCA_', 'Try again. Finished parts are kept.'],
];
