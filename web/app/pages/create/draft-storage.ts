// Where drafts are kept, each under its own id. Another release or a person may have written what is there, so it is
// checked when read.
import { hasSubject, emptyDraft, maxSpeakers, type Draft, type DraftFile, type DraftSpeaker } from './draft';
import { keepJson, keptJson, keptNames } from '../../browser/browser-storage';
import { isObject } from '../../browser/is-object';
import { randomId } from '../../browser/random-id';

const prefix = 'create.draft.';
/** More are not kept: the oldest go. */
const maxDrafts = 20;

/** Its name in the browser's storage. */
export function draftPlace(id: string): string {
  return prefix + id;
}

export type KeptDraft = { id: string; draft: Draft; savedAt: number };

export function readDraft(id: string): Draft | undefined {
  return keptAt(draftPlace(id))?.draft;
}

/** @returns whether it outlives the page */
export function writeDraft(id: string, draft: Draft): boolean {
  const kept = keepJson(draftPlace(id), { ...draft, savedAt: Date.now() });
  for (const { id: old } of keptDrafts().slice(maxDrafts)) if (old !== id) removeDraft(old);
  return kept;
}

export function removeDraft(id: string): void {
  keepJson(draftPlace(id), undefined);
}

export function copyDraft(from: string, to: string): void {
  const draft = readDraft(from);
  if (draft !== undefined) writeDraft(to, draft);
}

/** The drafts that say what they are about, newest first. */
export function keptDrafts(): KeptDraft[] {
  return keptNames(prefix)
    .flatMap((name) => {
      const kept = keptAt(name);
      return kept === undefined || !hasSubject(kept.draft)
        ? []
        : [{ ...kept, id: name.slice(prefix.length) }];
    })
    .sort((one, other) => other.savedAt - one.savedAt);
}

function keptAt(name: string): { draft: Draft; savedAt: number } | undefined {
  const kept = keptJson(name);
  if (!isObject(kept)) return undefined;
  const { savedAt } = kept;
  return { draft: draftOf(kept), savedAt: typeof savedAt === 'number' ? savedAt : 0 };
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
    title: textOf(kept['title']),
    ...(typeof minutes === 'number' ? { minutes } : {}),
    ...(typeof language === 'string' ? { language } : {}),
    speakers: speakers.length > 0 ? speakers : emptyDraft().speakers,
    guidance: textOf(guidance),
    isPublic: isPublic === true,
    playsWhenReady: kept['playsWhenReady'] !== false,
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
