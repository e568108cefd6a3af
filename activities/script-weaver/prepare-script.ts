import { createHash } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import { findCachedScript } from '../../db/script-cache.js';
import type { ScriptResult } from '../../workflows/contract/activities.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import { linesOf, type PodcastScript, type Warning } from '../../workflows/contract/script.js';
import type { ActivityDeps } from '../activity-deps.js';
import type { PreparedStep } from '../agent-step.js';
import type { HarvestedSource } from '../content-harvest/harvester.js';
import type { SourceBundle } from '../content-harvest/source-bundle.js';
import type { SpokenLine, WriteRequest } from '../models/language/script-writer.js';
import { throwScenario } from '../test-scenarios.js';
import { mannerOf, rateOf, spokenManner } from '../voice-forge/manner.js';
import { scriptCacheKey, scriptId } from './script-cache-key.js';
import { podcastScriptSchema } from './script-schema.js';
import { pauseBeforeMs } from './turns.js';

/** Writes the script of a request and its sources, or takes the one that an equal request had before. */
export async function prepareScript(
  deps: ActivityDeps,
  run: RunIdentity,
  request: PodcastRequest,
  { sources, warnings }: SourceBundle,
): Promise<PreparedStep<ScriptResult>> {
  const { config, db, media, writer } = deps;
  const scenario = request.test_scenarios?.pswa;
  throwScenario(scenario);
  const wish = writeRequest(
    deps,
    request,
    sources.map((source) => beginningOf(source, sources.length)),
  );
  const key = scriptCacheKey(run.ownerId, wish, writer, request);
  const kept =
    config.PSWA_SCRIPT_CACHE_ENABLED && scenario === undefined
      ? await findCachedScript(db, key, config.PSWA_SCRIPT_CACHE_MAX_AGE_HOURS)
      : undefined;
  // A script that another release kept in another shape is written anew.
  const cached = podcastScriptSchema.safeParse(kept).data;

  async function work(signal: AbortSignal) {
    const written: PodcastScript = cached
      ? { ...cached, source: 'cache' }
      : asTested(wholeScript(await writer.write({ ...wish, scriptId: scriptId(key) }, signal)), scenario);
    const script = { ...written, warnings: [...warnings, ...castWarnings(request), ...written.warnings] };
    const bytes = Buffer.from(JSON.stringify(script));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { uri } = await media.put(`episodes/${run.workflowId}/script-${sha256}.json`, bytes);
    const lines = linesOf(script).length;
    const result: ScriptResult = {
      scriptId: script.script_id,
      scriptUri: uri,
      lines,
      words: script.word_count,
      title: script.title,
      topic: script.topic,
    };
    return {
      result,
      // Without title and topic: rows of steps hold no content.
      summary: {
        scriptId: result.scriptId,
        scriptUri: uri,
        lines,
        words: result.words,
        source: script.source,
        warnings: script.warnings.map(({ code }) => code),
      },
      settled: { outcome: 'succeeded' as const },
      rows: {
        podcast: {
          title: script.title,
          language: script.language,
          script_uri: uri,
          segments_total: lines,
          warnings: script.warnings,
          tts_settings_used: ttsSettings(request, script),
        },
        ...(cached === undefined && scenario === undefined
          ? {
              generated_script: {
                script_id: script.script_id,
                topic_hash: key,
                structured_script_json: written,
                llm_model_used: script.llm_model_used,
              },
            }
          : {}),
      },
    };
  }

  if (cached) return { work };
  const words = sources.reduce((sum, source) => sum + source.word_count, 0);
  return {
    work,
    // The extractive writer costs nothing; what it read is on the ledger all the same.
    intent: {
      provider: writer.provider,
      model: writer.model,
      unit: 'source words',
      units: words,
      unit_price_usd: 0,
      price_version: 'embedded',
    },
  };
}

/** Hours of speech: what is beyond would only keep the writer busy. Shared by the sources in equal parts. */
const mostWords = 60_000;

function beginningOf(source: HarvestedSource, sources: number): HarvestedSource {
  const share = Math.floor(mostWords / sources);
  if (source.word_count <= share) return source;
  const kept: string[] = [];
  let words = 0;
  for (const paragraph of source.text.split('\n\n')) {
    words += paragraph.split(/\s+/).length;
    if (words > share && kept.length > 0) break;
    kept.push(paragraph);
  }
  return { ...source, text: kept.join('\n\n'), truncated: true };
}

/** A test's script says so. */
function asTested(script: PodcastScript, scenario: string | undefined): PodcastScript {
  if (scenario === undefined) return script;
  return { ...script, source: 'test_mode_generation', llm_model_used: 'test-mode-model' };
}

/** Writers are checked like anybody else. The same request would give the same script, so it is not tried again. */
function wholeScript(written: PodcastScript): PodcastScript {
  const checked = podcastScriptSchema.safeParse(written);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AethercastError('PSWA_BAD_SCRIPT_STRUCTURE', {
    message: `The script is not whole: ${faults[0] ?? 'not valid'}.`,
    details: { faults: faults.slice(0, 10) },
    cause: checked.error,
  });
}

function writeRequest(deps: ActivityDeps, request: PodcastRequest, sources: HarvestedSource[]): WriteRequest {
  return {
    ...(request.topic === undefined ? {} : { topic: request.topic }),
    sources,
    minutes: request.minutes,
    language: request.language,
    persona: request.persona,
    ...(request.narrative_guidance === undefined ? {} : { narrativeGuidance: request.narrative_guidance }),
    speakers: request.speakers,
    estimateMs: estimator(deps, request),
    canSpeak: (text) => canSpeak(deps, request, text),
  };
}

/** Predicts a line's spoken length from what its voice was measured to take for the normalised text. */
function estimator({ forge }: ActivityDeps, request: PodcastRequest): (line: SpokenLine) => number {
  const manner = mannerOf(request);
  return ({ speaker, text, turn }) => {
    const { name = '', voice = '' } = request.speakers[speaker % request.speakers.length] ?? {};
    const spec = forge.plan({
      voice,
      text,
      language: request.language,
      pauseMs: pauseBeforeMs[turn],
      ...spokenManner(manner, name),
    });
    return forge.estimateMs(spec);
  };
}

/** Letters of another script, or nothing but signs: then some voice would have to refuse the line. */
function canSpeak({ forge }: ActivityDeps, request: PodcastRequest, text: string): boolean {
  try {
    for (const { voice } of request.speakers)
      forge.plan({ voice, text, language: request.language, pauseMs: 0 });
    return true;
  } catch (error) {
    // A dictionary that cannot be read is no fault of the text.
    const ofTheText = error instanceof AethercastError && error.code !== 'VFA_INVALID_PRONUNCIATIONS';
    if (ofTheText && error.status === 400) return false;
    throw error;
  }
}

/** Belongs to this run, not to the script that another run may take over. */
function castWarnings({ cast_note: message }: PodcastRequest): Warning[] {
  return message === undefined ? [] : [{ code: 'VFA_OTHER_VOICES', message }];
}

/** The seeds' `tts_settings_used`: what the voices were told, effectively. */
function ttsSettings(request: PodcastRequest, script: PodcastScript): Record<string, unknown> {
  const manner = mannerOf(request);
  return {
    voice_name: script.speakers.map(({ voice }) => voice).join(', '),
    language_code: script.language,
    speaking_rate: request.speaking_rate,
    pitch: request.pitch,
    audio_encoding: 'MP3',
    speakers: script.speakers.map((speaker) => ({
      ...speaker,
      speaking_rate: rateOf(manner, speaker.name),
    })),
  };
}
