// What a person can do about a failure. The API's message says what went wrong; this says what to do.

/** Advice that is followed by making the same again, or by asking for something else. */
type Advice = string | { change: string };

/** By the code; else by its prefix; else the general advice. */
export function advise(code: string): string {
  const advice = adviceOn(code);
  return typeof advice === 'string' ? advice : advice.change;
}

/** What helps: the same once more, or other sources or settings. */
export function whatHelps(code: string): 'retry' | 'change' {
  return typeof adviceOn(code) === 'string' ? 'retry' : 'change';
}

function adviceOn(code: string): Advice {
  return byCode[code] ?? byPrefix.find(([prefix]) => code.startsWith(prefix))?.[1] ?? generalAdvice;
}

const generalAdvice = 'Try again. Finished parts are kept. If it fails again, its diagnostics show where.';
const otherSource: Advice = {
  change: 'Create a new episode with another link or file, or paste the text itself.',
};
const later = 'Try again later. Finished parts are kept.';

const byCode: Partial<Record<string, Advice>> = {
  CANCELLED: 'It was cancelled. Retry continues where it stopped.',
  RUN_TERMINATED: 'It was ended from outside. Retry continues where it stopped.',
  RUN_TIMED_OUT: 'It took longer than allowed. Retry continues where it stopped.',
  DISK_FULL: 'Free up disk space on the server, then retry.',
  ENGINE_UNAVAILABLE: 'Part of the server was not available. Retry in a moment.',
  ASSET_UNAVAILABLE:
    'The server could not download a file it needs, such as a voice. Check its network connection, then retry.',
  MEDIA_OBJECT_MISSING:
    'A stored file is missing. Retry makes it again. If that fails, create the episode again.',
  MEDIA_OBJECT_DAMAGED: 'A stored file was damaged. Restore it from a backup, or create the episode again.',
  PROCESSING_CONFLICT: 'The same work is already going on. Retry when it has finished.',
  WCHA_URL_INVALID: { change: 'Check the link for typing mistakes, then create the episode again.' },
  WCHA_URL_UNRESOLVABLE: { change: 'Check the link for typing mistakes, then create the episode again.' },
  WCHA_URL_BLOCKED: { change: 'Only public web addresses can be read. Paste the text instead.' },
  WCHA_RESOLVER_FAILED: later,
  WCHA_FETCH_FAILED: 'The site may be down. Retry later, or paste the text into a new episode.',
  WCHA_FETCH_TIMEOUT: 'The site may be slow. Retry later, or paste the text into a new episode.',
  WCHA_ROBOTS_DISALLOWED: {
    change: 'The site does not allow automatic reading. Use another source, or paste the text.',
  },
  WCHA_ENCRYPTED_PDF: { change: 'Save the PDF without a password, then create the episode again.' },
  WCHA_EMPTY_SOURCE: otherSource,
  WCHA_CONTENT_TOO_SHORT: { change: 'Create a new episode with longer or more sources.' },
  WCHA_NO_SEARCH_RESULTS: {
    change: 'Create a new episode with a differently worded topic, or with a link or a text.',
  },
  WCHA_SEARCH_FAILED: 'The feeds could not be reached. Check the server’s network connection, then retry.',
  WCHA_ALL_SOURCES_FAILED: 'Retry later, or create a new episode with your own links or text.',
  PSWA_INSUFFICIENT_CONTENT: { change: 'Create a new episode with longer or more sources.' },
  PSWA_UNSUPPORTED_LANGUAGE: {
    change: 'Create the episode in English: this server writes no other language yet.',
  },
  PSWA_BAD_SCRIPT_STRUCTURE: 'Language models sometimes make mistakes. Retry writes the script again.',
  VFA_ENGINE_UNAVAILABLE: { change: 'Create the episode with another voice.' },
  VFA_UNSUPPORTED_SCRIPT: { change: 'Create the episode with a voice that can read this writing system.' },
  TDA_FAILURE: 'No news source answered. Check the server’s network connection, then try again.',
  SCA_CALL_FAILED_AFTER_RETRIES: 'Try again. If it fails again, its diagnostics show which source caused it.',
  DISCOVERY_LATE: 'Try again. What was found in the meantime is kept.',
  INTERNAL: 'Retry continues where it stopped. If it fails again, the server’s log says more.',
};

const byPrefix: readonly (readonly [string, Advice])[] = [
  ['WCHA_', otherSource],
  ['PSWA_', 'Retry writes the script again. If it fails again, use other sources.'],
  ['VFA_', 'Retry records only the missing lines. If it fails again, choose another voice.'],
  ['CPOA_EPISODE_', 'Retry assembles the episode again from its recorded lines.'],
  ['IGA_', 'The episode is complete, but has no cover.'],
  ['TDA_', 'The news sources could not be searched. Try again later.'],
  ['SCA_', 'Try again. Finished parts are kept.'],
];
