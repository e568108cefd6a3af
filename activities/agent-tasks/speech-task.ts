import { createHash, randomUUID } from 'node:crypto';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import type { AgentRequests, TaskOutcome } from '../../workflows/contract/agent-tasks.js';
import type { RunIdentity } from '../../workflows/contract/podcast.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agents } from '../steps/agents.js';
import { agentStep } from '../steps/agent-step.js';
import { framesToMs, sampleRate } from '../audio/codec.js';
import { decodeMp3 } from '../audio/decode-mp3.js';
import { writeWav } from '../audio/write-wav.js';
import { planLines, planSpeech, speakAll } from './speak-lines.js';
import { splitSpeech } from './split-speech.js';
import { storeOutcome } from './store-outcome.js';

type Request = AgentRequests['synthesize'];

/** AIMS_TTS's answer to `/v1/synthesize`: the text in one voice, as one file. */
export function speechTask(deps: ActivityDeps, run: RunIdentity, request: Request): Promise<TaskOutcome> {
  const { spoken, text, audio_format: format } = request;
  const voice = spoken.speakers[0]?.voice ?? '';
  return agentStep(
    deps,
    {
      run,
      ...agents.speech,
      order: 1,
      input: { characters: [...text].length, voice, audio_format: format },
    },
    async (signal) => {
      const lines = splitSpeech(text, spoken.language).map((line) => ({ voice, text: line }));
      if (lines.length === 0) throw new AethercastError('VFA_NOTHING_TO_SPEAK');
      const speech = await planSpeech(deps, planLines(deps, lines, spoken), signal);
      return {
        ...defined({ intent: speech.intent }),
        work: async (signalOfWork) => {
          const segments = await speakAll(deps, speech, signalOfWork);
          const mp3 = Buffer.concat(segments.map((segment) => segment.mp3));
          const frames = segments.reduce((sum, segment) => sum + segment.frames, 0);
          const file = format === 'MP3' ? mp3 : await toWav(mp3);
          const sha256 = createHash('sha256').update(file).digest('hex');
          const key = `audio/aims_tts/${sha256}.${format === 'MP3' ? 'mp3' : 'wav'}`;
          const { uri } = await deps.media.put(key, file);
          const result = await storeOutcome(deps.media, run.workflowId, {
            request_id: randomUUID(),
            voice_id: voice,
            audio_url: uri,
            audio_duration_seconds: framesToMs(frames) / 1_000,
            audio_format: format,
            ...defined({ adjusted: spoken.adjusted }),
          });
          return { result };
        },
      };
    },
  );
}

/** LINEAR16 is the finished sound, decoded: 16-bit PCM at 44.1 kHz in a WAV file. */
async function toWav(mp3: Uint8Array): Promise<Buffer> {
  const pieces: Float32Array[] = [];
  const { samples, complaints } = await decodeMp3(mp3, (piece) => pieces.push(piece));
  if (complaints.length > 0) {
    throw new AethercastError('VFA_SEGMENT_UNDECODABLE', { details: { complaints: complaints.slice(0, 3) } });
  }
  const all = new Float32Array(samples);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return writeWav(all, sampleRate);
}
