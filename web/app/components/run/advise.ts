// What a person can do about a failure. The API's message says what went wrong; this says what helps.

/** By code; then by the longest beginning that fits; then for everything else. */
export function advise(code: string): string {
  const exact = byCode[code];
  if (exact !== undefined) return exact;
  return byPrefix.find(([prefix]) => code.startsWith(prefix))?.[1] ?? anything;
}

const anything =
  'Try again; what had succeeded is kept and not made anew. If it fails alike, the steps below show where.';
const otherSource = 'Create a new episode with another link or file, or paste the text itself.';
const later = 'Try again later: what had succeeded is kept.';

const byCode: Partial<Record<string, string>> = {
  CANCELLED: 'Somebody cancelled it. Retry goes on where it stopped.',
  RUN_TERMINATED: 'Somebody ended the run in the workflow engine. Retry goes on where it stopped.',
  RUN_TIMED_OUT: 'It took longer than a run may. Retry goes on where it stopped.',
  DISK_FULL: 'Free some space on the server’s disk, then retry.',
  ENGINE_UNAVAILABLE: 'The workflow engine was away. Retry when it answers again (aethercast doctor tells).',
  ASSET_UNAVAILABLE:
    'The server could not get a file it needs, such as a voice. See its log and ASSET_SOURCES, then retry.',
  MEDIA_OBJECT_MISSING: 'A stored file is gone. Retry makes it anew; if not, look at the media store.',
  MEDIA_OBJECT_DAMAGED:
    'A stored file was changed. Restore the media store from a backup, or create the episode anew.',
  PROCESSING_CONFLICT: 'Another run is doing this very step. Retry when it has ended.',
  WCHA_URL_INVALID: 'Check the link for typing mistakes and create the episode anew.',
  WCHA_URL_UNRESOLVABLE: 'Check the link for typing mistakes and create the episode anew.',
  WCHA_URL_BLOCKED: 'Only public addresses are read. Paste the text itself instead.',
  WCHA_RESOLVER_FAILED: later,
  WCHA_FETCH_FAILED: 'The site may be down: retry later, or paste the text itself in a new episode.',
  WCHA_FETCH_TIMEOUT: 'The site may be slow: retry later, or paste the text itself in a new episode.',
  WCHA_ROBOTS_DISALLOWED: 'We respect the site’s wish. Use another source, or paste the text itself.',
  WCHA_ENCRYPTED_PDF: 'Save the PDF without its password and create the episode anew.',
  WCHA_EMPTY_SOURCE: otherSource,
  WCHA_CONTENT_TOO_SHORT: 'Give longer sources, or more of them, in a new episode.',
  WCHA_NO_SEARCH_RESULTS: 'Put the topic in other words, or give a link or a text, in a new episode.',
  WCHA_SEARCH_FAILED: 'The feeds could not be reached. Retry when the server has a network again.',
  WCHA_ALL_SOURCES_FAILED: 'Retry later, or give links or a text yourself in a new episode.',
  PSWA_INSUFFICIENT_CONTENT: 'Give longer sources, or more of them, in a new episode.',
  PSWA_UNSUPPORTED_LANGUAGE: 'Choose another language or configure a language model (LANGUAGE_PROVIDER).',
  PSWA_BAD_SCRIPT_STRUCTURE: 'Models err now and then: retry writes the script anew.',
  VFA_ENGINE_UNAVAILABLE:
    'Install the voice’s engine (aethercast doctor says how), or create the episode with another voice.',
  VFA_UNSUPPORTED_SCRIPT: 'Create the episode with a voice that reads this script.',
  TDA_FAILURE: 'No topic source answered. See FEEDS_FILE and the network, then ask again.',
  SCA_CALL_FAILED_AFTER_RETRIES:
    'Ask again; if it fails alike, the steps below show which source is at fault.',
  DISCOVERY_LATE: 'Ask again: what was found meanwhile is kept.',
  INTERNAL: 'The server’s log has the whole error, under this run’s id. Retry goes on where it stopped.',
};

const byPrefix: readonly (readonly [string, string])[] = [
  ['WCHA_', otherSource],
  ['PSWA_', 'Retry writes the script anew; if it fails alike, use other sources.'],
  ['VFA_', 'Retry records only the lines that are missing; if it fails alike, choose another voice.'],
  ['CPOA_EPISODE_', 'Retry puts the episode together anew from its recorded lines.'],
  ['IGA_', 'The episode is whole without its cover.'],
  ['TDA_', 'See the list of feeds and the search services’ settings, then ask again.'],
  ['SCA_', 'Ask again: what had succeeded is kept.'],
];
