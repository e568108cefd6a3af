import type { paths } from '../../api/schema';
import { fullUrl, type Draft } from './draft';

/** The body of `POST /api/v1/podcasts` and of its estimate. */
export type PodcastBody = paths['/api/v1/podcasts']['post']['requestBody']['content']['application/json'];

type Source = NonNullable<PodcastBody['sources']>[number];

/**
 * The draft as a request. `places[i]` is the control that source `i` comes from, so that an error finds its field.
 */
export function podcastBody(
  draft: Draft,
  { minutes, clientId }: { minutes: number; clientId: string },
): { body: PodcastBody; places: string[] } {
  const text = draft.text.trim();
  const title = draft.title.trim();
  const sources: { source: Source; place: string }[] = [
    ...draft.links
      .filter(({ url }) => url.trim() !== '')
      .map(({ id, url }) => ({ source: { url: fullUrl(url) }, place: fieldIds.link(id) })),
    ...draft.files.flatMap(({ id, uploadId }) =>
      uploadId === undefined ? [] : [{ source: { upload_id: uploadId }, place: fieldIds.file(id) }],
    ),
    ...(text === '' ? [] : [{ source: { text, ...(title === '' ? {} : { title }) }, place: fieldIds.text }]),
  ];
  const topic = draft.topic.trim();
  const guidance = draft.guidance.trim();
  const body: PodcastBody = {
    ...(topic === '' ? {} : { topic }),
    ...(draft.topicId === undefined ? {} : { topic_id: draft.topicId }),
    ...(sources.length === 0 ? {} : { sources: sources.map(({ source }) => source) }),
    minutes,
    ...(draft.language === undefined ? {} : { language: draft.language }),
    speakers: draft.speakers.map(({ name, voice, rate }) => ({
      name: name.trim(),
      ...(voice === undefined ? {} : { voice }),
      ...(rate === undefined ? {} : { speaking_rate: rate }),
    })),
    ...(guidance === '' ? {} : { narrative_guidance: guidance }),
    client_id: clientId,
    ...(draft.isPublic ? { public: true } : {}),
  };
  return { body, places: sources.map(({ place }) => place) };
}

/** The ids of the form's controls, which error messages link to. */
export const fieldIds = {
  topic: 'create-topic',
  topicId: 'create-topic-id',
  link: (id: string) => `create-link-${id}`,
  links: 'create-links',
  file: (id: string) => `create-file-${id}`,
  files: 'create-files',
  text: 'create-text',
  title: 'create-title',
  minutes: 'create-minutes',
  language: 'create-language',
  speakerName: (id: string) => `create-speaker-name-${id}`,
  speakerVoice: (id: string) => `create-speaker-voice-${id}`,
  speakerRate: (id: string) => `create-speaker-rate-${id}`,
  guidance: 'create-guidance',
} as const;
