import type { Request, Response } from 'express';
import { AethercastError } from '../../platform/aethercast-error.js';
import { primaryLanguage } from '../../platform/language.js';
import { withoutLoneSurrogates } from '../../platform/shorten.js';
import { castNow } from '../../voices/cast-now.js';
import { previewText } from '../../voices/preview-text.js';
import type { Voice } from '../../voices/voice.js';
import { viewVoice } from '../../voices/voice-view.js';
import { askForPreview } from './ask-for-preview.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { sendAudio } from '../audio/send-audio.js';

/** So that nobody has a stranger's book read out. */
const longestText = 200;

/** `GET /api/v1/voices?language=`: every voice, or those of one language, and who speaks by default. */
export function getVoices(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { language } = request.query;
    const voices = deps.casting.catalog
      .list()
      .filter((voice) => typeof language !== 'string' || voice.languages.includes(primaryLanguage(language)));
    response.json({
      voices: await Promise.all(voices.map((voice) => viewVoice(voice, deps.config))),
      default_cast: await castNow(deps.config),
    });
  };
}

/** `GET /api/v1/voices/{name}/preview?text=`: the voice says a sentence of its language, or `text`, as an MP3. */
export function getVoicePreview(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const voice = findVoice(deps, request.params['name']);
    const text = textOf(request.query['text']) ?? previewText(voice.locale);
    const { uri, bytes, sha256 } = await askForPreview(deps, voice, text);
    await sendAudio(deps, request, response, {
      uri,
      bytes,
      sha256,
      // A voice of this name may be another one tomorrow.
      cacheControl: 'private, max-age=300',
    });
  };
}

/** Here the voice is the address, so what is a bad value elsewhere is not found. */
function findVoice(deps: GatewayDeps, name: unknown): Voice {
  try {
    return deps.casting.catalog.find(typeof name === 'string' ? name : '');
  } catch (error) {
    if (!(error instanceof AethercastError) || error.code !== 'VFA_UNKNOWN_VOICE') throw error;
    throw new AethercastError('API_GW_VOICE_NOT_FOUND', {
      message: error.message,
      details: error.details,
      cause: error,
    });
  }
}

function textOf(given: unknown): string | undefined {
  if (given === undefined) return undefined;
  const text = typeof given === 'string' ? withoutLoneSurrogates(given).trim() : '';
  const length = [...text].length;
  if (length >= 1 && length <= longestText) return text;
  throw new AethercastError('API_GW_PREVIEW_TEXT_INVALID', {
    details: { characters: length, most: longestText },
  });
}
