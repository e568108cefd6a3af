import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ScriptWriter, WriteRequest } from '../script/script-writer.js';

/**
 * SHA-256 (hex) of everything that shapes a script: owner, whole content, minutes, language, persona, guidance,
 * speakers, model and rules. Two requests with one key may share one script; no personal data can be read from it.
 */
export function scriptCacheKey(
  owner: string,
  request: Omit<WriteRequest, 'estimateMs' | 'canSpeak' | 'speech' | 'claimant'>,
  writer: Pick<ScriptWriter, 'provider' | 'model' | 'promptVersion'>,
  prosody: { speaking_rate?: number; pitch?: number; speakers?: { speaking_rate?: number }[] } = {},
): string {
  const shape = {
    owner,
    topic: request.topic ?? null,
    sources: request.sources.map((source) => ({
      id: source.source_id,
      kind: source.kind,
      title: source.title,
      site: source.site_name ?? null,
      byline: source.byline ?? null,
      url: source.url ?? null,
      published: source.published_at ?? null,
      language: source.language ?? null,
      text: createHash('sha256').update(source.text).digest('hex'),
    })),
    minutes: request.minutes,
    language: request.language,
    persona: request.persona,
    guidance: request.narrativeGuidance ?? null,
    speakers: request.speakers.map(({ name, voice }) => ({ name, voice })),
    provider: writer.provider,
    model: writer.model,
    prompt: writer.promptVersion,
    // The voices' speed decides how many words fit.
    rate: prosody.speaking_rate ?? 1,
    pitch: prosody.pitch ?? 0,
    ownRates: (prosody.speakers ?? []).map(({ speaking_rate }) => speaking_rate ?? null),
  };
  return createHash('sha256')
    .update(canonicalize(shape) ?? '')
    .digest('hex');
}

/** The public id of the script with this key. */
export function scriptId(key: string): string {
  return `pswa_script_${key}`;
}
