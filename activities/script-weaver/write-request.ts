import { defined } from '../../platform/defined.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import type { ActivityDeps } from '../activity-deps.js';
import type { HarvestedSource } from '../script/harvested-source.js';
import type { LineSpeech } from '../script/line-speech.js';
import { prosodyOf, rateOf } from '../script/prosody.js';
import type { WriteRequest } from '../script/script-writer.js';
import { lineMeasures } from '../models/speech/line-measures.js';
import type { Claimant } from '../threads/fair-queue.js';

type Deps = Pick<ActivityDeps, 'forge'>;

/** What a writer is asked: the person's wishes, the sources, and how the voices that will speak it are measured. */
export function writeRequest(
  deps: Deps,
  request: PodcastRequest,
  sources: readonly HarvestedSource[],
  claimant: Claimant,
): WriteRequest {
  const speech = speechOf(deps, request);
  return {
    ...defined({ topic: request.topic }),
    sources: sources.map((source) => beginningOf(source, sources.length)),
    minutes: request.minutes,
    language: request.language,
    persona: request.persona,
    ...defined({ narrativeGuidance: request.narrative_guidance }),
    speakers: request.speakers,
    ...lineMeasures(speech),
    speech,
    claimant,
  };
}

/** Hours of speech: what is beyond would only keep the writer busy. Shared by the sources in equal parts. */
const maxWords = 60_000;

function beginningOf(source: HarvestedSource, sources: number): HarvestedSource {
  const share = Math.floor(maxWords / sources);
  if (source.word_count <= share) return source;
  const kept: string[] = [];
  let words = 0;
  for (const paragraph of source.text.split('\n\n')) {
    // Not `countWords`: where this cuts is part of the cache key of scripts that are kept.
    words += paragraph.split(/\s+/).length;
    if (words > share && kept.length > 0) break;
    kept.push(paragraph);
  }
  return { ...source, text: kept.join('\n\n'), truncated: true };
}

/** Throws the codes of `VoiceForge.paceOf`. */
function speechOf({ forge }: Deps, request: PodcastRequest): LineSpeech {
  const { language } = request;
  const prosody = prosodyOf(request);
  return {
    language,
    pronunciations: forge.pronunciations(),
    speakers: request.speakers.map(({ name, voice }) => ({
      pace: forge.paceOf(voice, language),
      rate: rateOf(prosody, name),
    })),
  };
}
