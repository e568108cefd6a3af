import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { defined } from '../../platform/defined.js';
import { findCachedScript } from '../../db/script-cache.js';
import type { ScriptResult } from '../../workflows/contract/activities.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import { linesOf, type PodcastScript, type Warning } from '../../workflows/contract/script.js';
import type { ActivityDeps } from '../activity-deps.js';
import type { PreparedStep } from '../steps/agent-step.js';
import { providerIntent } from '../steps/provider-intent.js';
import type { SourceBundle } from '../script/source-bundle.js';
import type { Manuscript } from '../script/script-writer.js';
import { throwScenario } from '../steps/test-scenarios.js';
import { prosodyOf, rateOf } from '../script/prosody.js';
import { addPart } from './add-part.js';
import { readScript } from '../script/read-script.js';
import { scriptCacheKey, scriptId } from './script-cache-key.js';
import { podcastScriptSchema } from '../script/script-schema.js';
import { endless, maxParts, writeWhole } from './write-whole.js';
import { writeRequest } from './write-request.js';

/** The whole script, or the part that follows on those at `scriptUri`; the first part follows on nothing. */
export type WhatToWrite = 'whole' | { part: number; scriptUri?: string | undefined };

/**
 * Writes the script of a request and its sources, or a part of it, or takes the whole script that an equal request had
 * before. What was stored by an attempt whose end could not be recorded is found again, and not written twice.
 */
export async function prepareScript(
  deps: ActivityDeps,
  run: RunIdentity,
  request: PodcastRequest,
  { sources, warnings }: SourceBundle,
  what: WhatToWrite,
): Promise<PreparedStep<ScriptResult>> {
  const { media, writer } = deps;
  const scenario = request.test_scenarios?.pswa;
  throwScenario(scenario);
  const wish = writeRequest(deps, request, sources, run);
  const key = scriptCacheKey(run.ownerId, wish, writer, request);
  // They belong to this run, not to the script that another run may take over.
  const ownWarnings = [...warnings, ...castWarnings(request)];
  const before = what === 'whole' ? undefined : what.scriptUri;
  const cached = before === undefined ? await findWhole(deps, key, scenario) : undefined;
  const name = { cached, key, what, warnings: ownWarnings, scenario };
  const place = `episodes/${run.workflowId}/script-${sha256Of(name)}.json`;
  const uri = media.uriOf(place);
  const stored = await media.head(uri);

  async function write(signal: AbortSignal): Promise<Manuscript> {
    const identity = { scriptId: scriptId(key), model: writer.model };
    if (what === 'whole') return writeWhole(writer, wish, identity.scriptId, signal);
    if (what.part >= maxParts) throw endless();
    const soFar =
      before === undefined ? undefined : withoutFirst(await readScript(media, before), ownWarnings);
    return addPart(soFar, await writer.writePart(wish, soFar, signal), identity);
  }

  async function work(signal: AbortSignal) {
    if (!stored) {
      const written = cached ? { ...cached, source: 'cache' } : asTested(await write(signal), scenario);
      const shown = { ...written, warnings: [...ownWarnings, ...written.warnings] };
      await media.put(place, Buffer.from(JSON.stringify(shown)));
    }
    // As it is stored: another attempt may have been first.
    const script = await readScript(media, uri);
    const lines = linesOf(script).length;
    const result: ScriptResult = {
      scriptId: script.script_id,
      scriptUri: uri,
      lines,
      words: script.word_count,
      complete: script.complete,
    };
    const isOwn = cached === undefined && scenario === undefined && script.script_id === scriptId(key);
    return {
      result,
      summary: {
        ...result,
        source: script.source,
        warnings: script.warnings.map(({ code }) => code),
        ...defined({ checks: script.checks }),
      },
      rows: {
        podcast: {
          title: script.title,
          language: script.language,
          scriptUri: uri,
          ...(script.complete ? { segmentsTotal: lines } : {}),
          warnings: script.warnings,
          ttsSettingsUsed: ttsSettings(request, script),
        },
        ...(script.complete && isOwn ? { generatedScript: toCache(key, script, ownWarnings) } : {}),
      },
    };
  }

  if (cached || stored) return { work };
  const words = sources.reduce((sum, source) => sum + source.word_count, 0);
  return { work, intent: providerIntent(writer, words) };
}

/** Scripts that another release cached in another shape are written again. Tests bypass the cache. */
async function findWhole(
  { config, db }: ActivityDeps,
  key: string,
  scenario: string | undefined,
): Promise<PodcastScript | undefined> {
  if (!config.PSWA_SCRIPT_CACHE_ENABLED || scenario !== undefined) return undefined;
  const kept = await findCachedScript(db, key, config.PSWA_SCRIPT_CACHE_MAX_AGE_HOURS);
  return podcastScriptSchema.safeParse(kept).data;
}

function toCache(key: string, script: PodcastScript, ownWarnings: readonly Warning[]) {
  return {
    scriptId: script.script_id,
    topicHash: key,
    structuredScriptJson: withoutFirst(script, ownWarnings),
    llmModelUsed: script.llm_model_used,
  };
}

/** The script as its writer left it: the run's own warnings stand before the writer's. */
function withoutFirst<Script extends PodcastScript>(script: Script, ownWarnings: readonly Warning[]): Script {
  return { ...script, warnings: script.warnings.slice(ownWarnings.length) };
}

/** Marks a script that a test scenario asked for. */
function asTested(script: Manuscript, scenario: string | undefined): Manuscript {
  if (scenario === undefined) return script;
  return { ...script, source: 'test_mode_generation', llm_model_used: 'test-mode-model' };
}

function castWarnings({ cast_note: message }: PodcastRequest): Warning[] {
  return message === undefined ? [] : [{ code: 'VFA_OTHER_VOICES', message }];
}

function sha256Of(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
}

/** `tts_settings_used`: the settings that the voices used in the end. */
function ttsSettings(request: PodcastRequest, script: PodcastScript): Record<string, unknown> {
  const prosody = prosodyOf(request);
  return {
    voice_name: script.speakers.map(({ voice }) => voice).join(', '),
    language_code: script.language,
    speaking_rate: request.speaking_rate,
    pitch: request.pitch,
    audio_encoding: 'MP3',
    speakers: script.speakers.map((speaker) => ({
      ...speaker,
      speaking_rate: rateOf(prosody, speaker.name),
    })),
  };
}
