import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import type { ActivityDeps } from '../activity-deps.js';
import type { HarvestedSource } from '../script/harvested-source.js';
import type { SpokenLine, WriteRequest } from '../script/script-writer.js';
import { prosodyOf, lineProsody } from '../script/prosody.js';
import { pauseBeforeMs } from '../script/turns.js';

type Deps = Pick<ActivityDeps, 'forge'>;

/** What a writer is asked: the person's wishes, the sources, and how the voices that will speak it are measured. */
export function writeRequest(
  deps: Deps,
  request: PodcastRequest,
  sources: readonly HarvestedSource[],
): WriteRequest {
  return {
    ...defined({ topic: request.topic }),
    sources: sources.map((source) => beginningOf(source, sources.length)),
    minutes: request.minutes,
    language: request.language,
    persona: request.persona,
    ...defined({ narrativeGuidance: request.narrative_guidance }),
    speakers: request.speakers,
    estimateMs: estimator(deps, request),
    canSpeak: (text) => canSpeak(deps, request, text),
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

/** Predicts a line's spoken length from what its voice was measured to take for the normalised text. */
function estimator({ forge }: Deps, request: PodcastRequest): (line: SpokenLine) => number {
  const prosody = prosodyOf(request);
  return ({ speaker, text, turn }) => {
    const { name = '', voice = '' } = request.speakers[speaker % request.speakers.length] ?? {};
    const spec = forge.plan({
      voice,
      text,
      language: request.language,
      pauseMs: pauseBeforeMs[turn],
      ...lineProsody(prosody, name),
    });
    return forge.estimateMs(spec);
  };
}

/** False for letters of another script, or for signs alone: some voice would refuse the line. */
function canSpeak({ forge }: Deps, request: PodcastRequest, text: string): boolean {
  try {
    for (const { voice } of request.speakers)
      forge.plan({ voice, text, language: request.language, pauseMs: 0 });
    return true;
  } catch (error) {
    // An unreadable dictionary is not the text's fault.
    const ofTheText = error instanceof AethercastError && error.code !== 'VFA_INVALID_PRONUNCIATIONS';
    if (ofTheText && error.status === 400) return false;
    throw error;
  }
}
