import { findStartedAt } from '../../db/recorded-requests.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import type { AgentRequests, TaskOutcome } from '../../workflows/contract/agent-tasks.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agents } from '../steps/agents.js';
import { agentStep, type PreparedStep } from '../steps/agent-step.js';
import { assembleEpisode } from '../voice-forge/assemble/assemble-episode.js';
import { linesToSpeak, type SpokenScript } from './lines-to-speak.js';
import { planLines, planSpeech, speakAll, type PlannedSpeech } from './speak-lines.js';
import { storeOutcome } from './store-outcome.js';

/** Characters. A shorter text is no script. */
const minCharacters = 20;
const album = 'Aethercast';

type Request = AgentRequests['forge_voice'];

/** VFA's answer to `/v1/forge_voice`: the whole script as one finished, verified file. */
export function voiceTask(deps: ActivityDeps, run: RunIdentity, request: Request): Promise<TaskOutcome> {
  return agentStep(
    deps,
    {
      run,
      ...agents.voiceForge,
      order: 1,
      input: { sections: request.script.segments.length, speakers: request.spoken.speakers.length },
    },
    (signal) => prepareVoice(deps, run, request, signal),
  );
}

async function prepareVoice(
  deps: ActivityDeps,
  run: RunIdentity,
  { script, spoken }: Request,
  signal: AbortSignal,
): Promise<PreparedStep<TaskOutcome>> {
  const toSpeak = linesToSpeak(script, spoken);
  const characters = toSpeak.lines.reduce((sum, { text }) => sum + text.length, 0);
  if (characters === 0) throw new AethercastError('VFA_SCRIPT_ERROR_NO_TEXT');
  const why = whySkipped(toSpeak, characters);
  if (why !== undefined) {
    const skipped = { status: 'skipped', message: why, script_char_count: characters };
    return {
      work: async () => ({
        result: await storeOutcome(deps.media, run.workflowId, { ...noAudio, ...skipped }),
      }),
    };
  }
  const specs = planLines(deps, toSpeak.lines, spoken);
  const speech = await planSpeech(deps, specs, signal);
  return {
    ...defined({ intent: speech.intent }),
    work: async (signalOfWork) => {
      const audio = await produce(deps, run, { toSpeak, speech, language: spoken.language }, signalOfWork);
      const result = await storeOutcome(deps.media, run.workflowId, {
        status: 'success',
        message: `The script was spoken in ${specs.length} segments.`,
        ...audio,
        // Only episodes have a stream.
        stream_id: null,
        audio_format: 'MP3',
        script_char_count: characters,
        engine_used: [...new Set(specs.map(({ provider }) => provider))].join(', '),
        tts_settings_used: settingsUsed(spoken),
      });
      return { result };
    },
  };
}

const noAudio = {
  audio_filepath: null,
  stream_id: null,
  audio_format: null,
  engine_used: null,
  tts_settings_used: null,
};

/** What the weaver says instead of a script is not for listeners. */
function whySkipped({ isError }: SpokenScript, characters: number): string | undefined {
  if (isError) return 'The script is an error message of the script weaver.';
  if (characters < minCharacters) {
    return `The script has ${characters} characters; at least ${minCharacters} are needed.`;
  }
  return undefined;
}

type Production = { toSpeak: SpokenScript; speech: PlannedSpeech; language: string };

async function produce(
  deps: ActivityDeps,
  run: RunIdentity,
  { toSpeak, speech, language }: Production,
  signal: AbortSignal,
): Promise<{ audio_filepath: string; audio_duration_seconds: number; audio_bytes: number }> {
  const segments = await speakAll(deps, speech, signal);
  const startedAt = await findStartedAt(deps.db, run.workflowId);
  const episode = await assembleEpisode({
    segments: segments.map((segment, seq) => ({ ...segment, seq })),
    expectedSegments: speech.specs.length,
    meta: {
      title: toSpeak.title,
      artist: toSpeak.artist,
      album,
      date: startedAt.toISOString().slice(0, 10),
      language,
      sections: toSpeak.sections,
    },
    forge: deps.forge,
    signal,
  });
  const key = `tasks/${run.workflowId}/${episode.fileSha256}.mp3`;
  const { uri } = await deps.media.put(key, Buffer.concat([episode.tag, episode.audio]));
  return {
    audio_filepath: uri,
    audio_duration_seconds: episode.durationMs / 1_000,
    audio_bytes: episode.bytes,
  };
}

/** The settings that the voices used in the end. */
function settingsUsed({ speakers, language, speaking_rate, pitch, adjusted }: Request['spoken']) {
  return {
    voice_name: speakers.map(({ voice }) => voice).join(', '),
    language_code: language,
    speaking_rate,
    pitch,
    audio_encoding: 'MP3',
    ...defined({ speaking_rate_adjusted: adjusted?.speaking_rate, pitch_adjusted: adjusted?.pitch }),
  };
}
