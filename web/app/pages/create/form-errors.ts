import type { ApiProblem } from '../../api/api-problem';
import { languageName } from '../../components/voices/languages';
import { fullUrl, maxSources, minuteLimits, type Draft } from './draft';
import { isObject } from '../../browser/is-object';
import { fieldIds } from './podcast-body';
import { sourceProblem } from './source-problem';

/**
 * Why the episode cannot be made like this: in words, and the control that it is about, if it is about one.
 * `isAboutSources`: of all of them, so another one mends it, too.
 */
export type FormError = { field?: string; message: string; isAboutSources?: true };

/** What this page sees by itself. */
export function draftErrors(draft: Draft, minutes: number, isUploading: boolean): FormError[] {
  const given = draft.links.filter(({ url }) => url.trim() !== '');
  const sources = given.length + draft.files.length + (draft.text.trim() === '' ? 0 : 1);
  const nothing = sources === 0 && draft.topic.trim() === '' && draft.topicId === undefined;
  const names = draft.speakers.map(({ name }) => name.trim());
  return [
    ...(nothing
      ? [
          {
            field: fieldIds.topic,
            message: 'Say what the episode is about: add a topic, a link, a file or some text.',
          },
        ]
      : []),
    ...given
      .filter(({ url }) => !isWebAddress(fullUrl(url)))
      .map(({ id, url }) => ({
        field: fieldIds.link(id),
        message: `“${url.trim()}” is not a complete web address, such as https://example.org/page.`,
      })),
    ...(sources > maxSources
      ? [
          {
            field: fieldIds.links,
            message: `Use at most ${maxSources} links, files and texts in total.`,
          },
        ]
      : []),
    ...(isUploading
      ? [{ field: fieldIds.files, message: 'A file is still being uploaded. Please wait a moment.' }]
      : []),
    ...draft.files
      .filter(({ uploadId }) => uploadId === undefined && !isUploading)
      .map(({ id, name }) => ({
        field: fieldIds.file(id),
        message: `“${name}” was not uploaded. Try again or remove it.`,
      })),
    ...(minutes >= minuteLimits.min && minutes <= minuteLimits.max
      ? []
      : [
          {
            field: fieldIds.minutes,
            message: `An episode can be ${minuteLimits.min} to ${minuteLimits.max} minutes long.`,
          },
        ]),
    ...draft.speakers.flatMap(({ id, name }, at) =>
      name.trim() === ''
        ? [{ field: fieldIds.speakerName(id), message: `Speaker ${at + 1} needs a name.` }]
        : names.indexOf(name.trim()) < at
          ? [
              {
                field: fieldIds.speakerName(id),
                message: `Two speakers are called ${name.trim()}. Rename one of them.`,
              },
            ]
          : [],
    ),
  ];
}

/** A name without a dot is on nobody's internet, or not typed to its end. */
function isWebAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && /[.:]/.test(hostname);
}

/** What the server found, at the fields that it names. @param places the controls of the request's sources */
export function serverErrors(problem: ApiProblem, draft: Draft, places: readonly string[]): FormError[] {
  const { errors } = problem.details;
  if (Array.isArray(errors)) {
    return errors.filter(isObject).map(({ loc, msg }) => {
      const place = placeOf(pathOf(loc), draft, places);
      const what = typeof msg === 'string' ? msg : 'is not valid';
      return place === undefined
        ? { message: problem.message }
        : { field: place.field, message: `${place.label} ${what}.` };
    });
  }
  return [knownError(problem, draft, places)];
}

/** Refusals with a code of their own; the server's words where they are good for a person. */
function knownError(problem: ApiProblem, draft: Draft, places: readonly string[]): FormError {
  const { code, details, message } = problem;
  if (code === 'ASSET_UNAVAILABLE')
    return {
      message: 'The model of a voice is not on this server and could not be downloaded. Choose other voices.',
    };
  if (code === 'VFA_ENGINE_UNAVAILABLE')
    return { message: 'This server cannot run the neural voices. Choose Flite voices.' };
  const place = placeOf(pathOf(details['loc']), draft, places);
  const { url, voice, least, most, found, language } = details;
  if (typeof url === 'string') {
    const link = draft.links.find((candidate) => fullUrl(candidate.url) === url);
    return {
      ...(link === undefined ? {} : { field: fieldIds.link(link.id) }),
      message: `${sourceProblem(problem)} (${url})`,
    };
  }
  if (typeof found === 'string' && typeof language === 'string') {
    return {
      field: place?.field ?? fieldIds.text,
      message: `This text is in ${languageName(found)}, but the episode is set to ${languageName(language)}. Change the language, or use sources in ${languageName(language)}.`,
    };
  }
  if (place !== undefined && typeof least === 'number' && typeof most === 'number')
    return { field: place.field, message: `${place.label} must be between ${least} and ${most}.` };
  if (typeof voice === 'string') {
    const speaker = draft.speakers.find((candidate) => candidate.voice === voice);
    return { ...(speaker === undefined ? {} : { field: fieldIds.speakerVoice(speaker.id) }), message };
  }
  if (code === 'API_GW_UPLOAD_NOT_FOUND' && place !== undefined)
    return {
      field: place.field,
      message: 'The server no longer has this file. Remove it and choose it again.',
    };
  if (code === 'API_GW_UNSUPPORTED_LANGUAGE') return { field: fieldIds.language, message };
  if (code === 'API_GW_BODY_TOO_LARGE')
    return {
      field: fieldIds.text,
      message: 'This text is larger than 1 MB. Save it as a file and add the file instead.',
    };
  if (code === 'TDA_TOPIC_NOT_FOUND')
    return {
      field: fieldIds.topicId,
      message: 'The server no longer knows this topic. Remove it, or choose it again on the Discover page.',
    };
  return place === undefined ? { message } : { field: place.field, message };
}

function pathOf(loc: unknown): string[] {
  return Array.isArray(loc) ? loc.map(String) : [];
}

/** `['sources', '2', 'url']`: the control, and how a sentence about it begins. */
function placeOf(
  [field, index, inside]: string[],
  draft: Draft,
  places: readonly string[],
): { field: string; label: string } | undefined {
  if (field === 'sources') {
    const place = places[Number(index)];
    return index === undefined || place === undefined
      ? { field: fieldIds.links, label: 'The list of sources' }
      : { field: place, label: inside === 'url' ? 'The link' : inside === 'text' ? 'The text' : 'The file' };
  }
  if (field === 'speakers') {
    const speaker = draft.speakers[Number(index)];
    if (index === undefined || speaker === undefined)
      return (
        draft.speakers[0] && { field: fieldIds.speakerName(draft.speakers[0].id), label: 'The speakers' }
      );
    if (inside === 'voice')
      return { field: fieldIds.speakerVoice(speaker.id), label: `The voice of ${speaker.name}` };
    if (inside === 'speaking_rate')
      return { field: fieldIds.speakerRate(speaker.id), label: `The speed of ${speaker.name}` };
    return { field: fieldIds.speakerName(speaker.id), label: `The name of speaker ${Number(index) + 1}` };
  }
  return field === undefined ? undefined : plainPlaces[field];
}

const plainPlaces: Partial<Record<string, { field: string; label: string }>> = {
  topic: { field: fieldIds.topic, label: 'The topic' },
  topic_id: { field: fieldIds.topicId, label: 'The discovered topic' },
  minutes: { field: fieldIds.minutes, label: 'The length' },
  language: { field: fieldIds.language, label: 'The language' },
  narrative_guidance: { field: fieldIds.guidance, label: 'The note to the writer' },
};
