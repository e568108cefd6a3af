// Where drafts are kept. Written by any release of this page and by people with curious fingers: checked when read.
import { emptyDraft, mostSpeakers, type Draft, type DraftFile, type DraftSpeaker } from './draft';
import { randomId } from '../../parts/random-id';

export const draftKey = 'aethercast.create.draft';
/** The draft that had to make room for one that a link began. */
export const asideKey = 'aethercast.create.aside';

export function readDraft(key: string): Draft | undefined {
  const kept = readJson(key);
  return isObject(kept) ? draftOf(kept) : undefined;
}

/** @returns whether it is kept: storage can be closed (private windows) or full. */
export function writeDraft(key: string, draft: Draft | undefined): boolean {
  return writeJson(key, draft);
}

export function readJson(key: string): unknown {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? undefined : JSON.parse(kept);
  } catch {
    // Closed, or no JSON: as if nothing was kept.
    return undefined;
  }
}

export function writeJson(key: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function draftOf(kept: Record<string, unknown>): Draft {
  const { topic, topicId, text, minutes, language, guidance, isPublic } = kept;
  const speakers = listOf(kept['speakers'], speakerOf).slice(0, mostSpeakers);
  return {
    topic: textOf(topic),
    ...(typeof topicId === 'string' ? { topicId } : {}),
    links: listOf(kept['links'], ({ id, url }) => ({ id: idOf(id), url: textOf(url) })),
    files: listOf(kept['files'], fileOf),
    text: textOf(text),
    ...(typeof minutes === 'number' ? { minutes } : {}),
    ...(typeof language === 'string' ? { language } : {}),
    speakers: speakers.length > 0 ? speakers : emptyDraft().speakers,
    guidance: textOf(guidance),
    isPublic: isPublic === true,
  };
}

function speakerOf({ id, name, voice, rate }: Record<string, unknown>): DraftSpeaker {
  return {
    id: idOf(id),
    name: textOf(name),
    ...(typeof voice === 'string' ? { voice } : {}),
    ...(typeof rate === 'number' ? { rate } : {}),
  };
}

function fileOf({ id, name, bytes, uploadId }: Record<string, unknown>): DraftFile {
  return {
    id: idOf(id),
    name: textOf(name),
    bytes: typeof bytes === 'number' ? bytes : 0,
    ...(typeof uploadId === 'string' ? { uploadId } : {}),
  };
}

function listOf<Item>(kept: unknown, itemOf: (item: Record<string, unknown>) => Item): Item[] {
  return Array.isArray(kept) ? kept.filter(isObject).map(itemOf) : [];
}

function textOf(kept: unknown): string {
  return typeof kept === 'string' ? kept : '';
}

function idOf(kept: unknown): string {
  return typeof kept === 'string' ? kept : randomId();
}
