import { useState } from 'react';
import type { Draft } from './draft';
import { draftErrors, type FormError } from './form-errors';
import { fieldIds } from './podcast-body';

type Refusal = { error: FormError; value: string };

/** The errors of the last attempt that still hold: a field that is corrected loses its error at once. */
export function useFormErrors(
  draft: Draft,
  { minutes, isUploading }: { minutes: number; isUploading: boolean },
) {
  const [attempt, setAttempt] = useState(0);
  const [ownFields, setOwnFields] = useState<readonly (string | undefined)[]>([]);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  /** @returns whether the draft is fine as far as this page sees by itself */
  function check(): boolean {
    const found = draftErrors(draft, minutes, isUploading);
    setOwnFields(found.map(({ field }) => field));
    setRefusals([]);
    setAttempt(found.length > 0 ? attempt + 1 : 0);
    return found.length === 0;
  }

  function refuse(errors: readonly FormError[]): void {
    setOwnFields([]);
    setRefusals(errors.map((error) => ({ error, value: valueOf(draft, error) })));
    setAttempt((before) => before + 1);
  }

  const own =
    ownFields.length === 0
      ? []
      : draftErrors(draft, minutes, isUploading).filter(({ field }) => ownFields.includes(field));
  const refused = refusals.filter(({ error, value }) => value === valueOf(draft, error));
  return { errors: [...own, ...refused.map(({ error }) => error)], attempt, check, refuse };
}

/** What the person would change to mend it. */
function valueOf(draft: Draft, { field, isAboutSources }: FormError): string {
  const { topic, topicId, links, files, text, minutes, language, guidance, speakers } = draft;
  if (field === undefined || isAboutSources === true) return JSON.stringify(draft);
  const values: Record<string, unknown> = {
    [fieldIds.topic]: topic,
    [fieldIds.topicId]: topicId,
    [fieldIds.links]: [links, files, text],
    [fieldIds.files]: files,
    [fieldIds.text]: [text, language],
    [fieldIds.minutes]: minutes,
    [fieldIds.language]: language,
    [fieldIds.guidance]: guidance,
  };
  for (const { id, url } of links) values[fieldIds.link(id)] = url;
  for (const { id, uploadId } of files) values[fieldIds.file(id)] = uploadId;
  for (const { id, name, voice, rate } of speakers) {
    values[fieldIds.speakerName(id)] = name;
    values[fieldIds.speakerVoice(id)] = [voice, language];
    values[fieldIds.speakerRate(id)] = rate;
  }
  return JSON.stringify([field in values, values[field]]);
}
