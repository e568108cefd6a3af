import type { Schemas } from '../../api/client';
import { randomId } from '../../browser/random-id';
import { emptyDraft, type Draft } from './draft';

/** What an episode was asked to be, as a draft: several texts become one. */
export function draftOfRequest(request: Schemas['RecordedRequest']): Draft {
  const { topic, topic_id: topicId, sources, minutes, language, speakers } = request;
  const texts = sources.filter(({ text }) => text !== undefined);
  return {
    ...emptyDraft(),
    topic: topic ?? '',
    ...(topicId === null ? {} : { topicId }),
    links: sources.flatMap(({ url }) => (url === undefined ? [] : [{ id: randomId(), url }])),
    files: sources.flatMap(({ upload_id: uploadId, filename }) =>
      uploadId === undefined ? [] : [{ id: randomId(), name: filename ?? 'File', bytes: 0, uploadId }],
    ),
    text: texts.map(({ text }) => text).join('\n\n'),
    title: texts.length === 1 ? (texts[0]?.title ?? '') : '',
    minutes,
    language,
    speakers: speakers.map(({ name, voice, speaking_rate: rate }) => ({
      id: randomId(),
      name,
      voice,
      ...(rate === undefined ? {} : { rate }),
    })),
    guidance: request.narrative_guidance ?? '',
    isPublic: request.public,
  };
}
