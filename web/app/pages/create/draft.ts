import { randomId } from '../../browser/random-id';

// What a person has entered so far. It is kept in this browser, so that a reload or a crash loses nothing.

/** A chosen file; `uploadId` is set once the server has all of it. */
export type DraftFile = { id: string; name: string; bytes: number; uploadId?: string };

export type DraftSpeaker = { id: string; name: string; voice?: string; rate?: number };

export type Draft = {
  topic: string;
  /** Set for a topic of the Discover page, which brings its own sources. */
  topicId?: string;
  links: { id: string; url: string }[];
  files: DraftFile[];
  text: string;
  /** Of the text; empty: the text has one, or its first phrase becomes it. */
  title: string;
  /** Absent: the preferred or default length. The same goes for `language`. */
  minutes?: number;
  language?: string;
  speakers: DraftSpeaker[];
  guidance: string;
  isPublic: boolean;
  playsWhenReady: boolean;
};

export const maxSpeakers = 4;
export const maxSources = 20;
export const minuteLimits = { min: 0.5, max: 120 } as const;

/** The speakers' names until others are given. */
const defaultNames = ['Alex', 'Sam', 'Robin', 'Kim'] as const;

export function emptyDraft(): Draft {
  return {
    topic: '',
    links: [],
    files: [],
    text: '',
    title: '',
    speakers: defaultNames.slice(0, 2).map((name) => ({ id: randomId(), name })),
    guidance: '',
    isPublic: false,
    playsWhenReady: true,
  };
}

/** Another speaker, with a name that is still free. */
export function anotherSpeaker(speakers: readonly DraftSpeaker[]): DraftSpeaker {
  const free = defaultNames.find((name) => speakers.every((speaker) => speaker.name !== name));
  return { id: randomId(), name: free ?? `Speaker ${speakers.length + 1}` };
}

/** Whether the form says what the episode is about. */
export function hasSubject({ topic, topicId, links, files, text }: Draft): boolean {
  return (
    topic.trim() !== '' ||
    topicId !== undefined ||
    links.some(({ url }) => url.trim() !== '') ||
    files.length > 0 ||
    text.trim() !== ''
  );
}

/** The same settings without a subject. */
export function withoutSubject({ topicId: _topicId, ...draft }: Draft): Draft {
  return { ...draft, topic: '', links: [], files: [], text: '', title: '' };
}

/** `example.org/a` -> `https://example.org/a`: browsers show addresses without a scheme, so people type them so. */
export function fullUrl(typed: string): string {
  const url = typed.trim();
  return url === '' || /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`;
}
