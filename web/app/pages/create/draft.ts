import { randomId } from '../../browser/random-id';

// What a person has put into the form so far: kept in this browser, so that a reload or a crash loses nothing.

/** A file that was chosen; `uploadId` once the server has all of it. */
export type DraftFile = { id: string; name: string; bytes: number; uploadId?: string };

export type DraftSpeaker = { id: string; name: string; voice?: string; rate?: number };

export type Draft = {
  topic: string;
  /** Of a topic that was discovered, with sources of its own. */
  topicId?: string;
  links: { id: string; url: string }[];
  files: DraftFile[];
  text: string;
  /** As preferred, or the usual, while it is absent; so is `language`. */
  minutes?: number;
  language?: string;
  speakers: DraftSpeaker[];
  guidance: string;
  isPublic: boolean;
};

export const mostSpeakers = 4;
export const mostSources = 20;
export const minuteLimits = { least: 0.5, most: 120 } as const;

/** Whom a conversation is between when nobody is named. */
const usualNames = ['Alex', 'Sam', 'Robin', 'Kim'] as const;

export function emptyDraft(): Draft {
  return {
    topic: '',
    links: [],
    files: [],
    text: '',
    speakers: usualNames.slice(0, 2).map((name) => ({ id: randomId(), name })),
    guidance: '',
    isPublic: false,
  };
}

/** One more, with a name that nobody has. */
export function anotherSpeaker(speakers: readonly DraftSpeaker[]): DraftSpeaker {
  const free = usualNames.find((name) => speakers.every((speaker) => speaker.name !== name));
  return { id: randomId(), name: free ?? `Speaker ${speakers.length + 1}` };
}

/** Whether the form says anything of what the episode is about. */
export function hasSubject({ topic, topicId, links, files, text }: Draft): boolean {
  return (
    topic.trim() !== '' ||
    topicId !== undefined ||
    links.some(({ url }) => url.trim() !== '') ||
    files.length > 0 ||
    text.trim() !== ''
  );
}

/** The same manner of telling, with nothing to tell yet. */
export function withoutSubject({ topicId: _topicId, ...draft }: Draft): Draft {
  return { ...draft, topic: '', links: [], files: [], text: '' };
}

/** `example.org/a` -> `https://example.org/a`: what browsers show without its scheme is pasted without it. */
export function fullUrl(typed: string): string {
  const url = typed.trim();
  return url === '' || /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`;
}
