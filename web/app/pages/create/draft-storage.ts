// Where drafts are kept. Another release or a person may have written what is there, so it is checked when read.
import { emptyDraft, maxSpeakers, type Draft, type DraftFile, type DraftSpeaker } from './draft';
import { keepJson, keptJson } from '../../browser/browser-storage';
import { isObject } from '../../browser/is-object';
import { randomId } from '../../browser/random-id';

/** The draft's name in the browser's storage. */
export const draftPlace = 'create.draft';
/** The draft that was set aside for another one. */
export const asidePlace = 'create.aside';

export function readDraft(place: string): Draft | undefined {
  const draft = keptJson(place);
  return isObject(draft) ? draftOf(draft) : undefined;
}

/** @returns whether it outlives the page */
export function writeDraft(place: string, draft: Draft | undefined): boolean {
  return keepJson(place, draft);
}

function draftOf(kept: Record<string, unknown>): Draft {
  const { topic, topicId, text, minutes, language, guidance, isPublic } = kept;
  const speakers = listOf(kept['speakers'], speakerOf).slice(0, maxSpeakers);
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
