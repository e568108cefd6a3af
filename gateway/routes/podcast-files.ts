import type { Request, Response } from 'express';
import { AethercastError } from '../../platform/aethercast-error.js';
import { findAudiblePodcast, findOwnPodcast } from '../find-own-podcast.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { sendAudio } from '../send-audio.js';

/** `GET .../script`: the podcast script as JSON. */
export function getScript(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { scriptUri } = await findOwnPodcast(deps, request);
    if (scriptUri === null) throw new AethercastError('API_GW_SCRIPT_NOT_READY');
    response.type('application/json').send(await deps.media.read(scriptUri));
  };
}

/** `GET .../transcript.vtt`. */
export function getTranscript(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { transcriptUri } = await findAudiblePodcast(deps, request);
    if (transcriptUri === null) throw new AethercastError('API_GW_TRANSCRIPT_NOT_READY');
    response.type('text/vtt; charset=utf-8').send(await deps.media.read(transcriptUri));
  };
}

/** `GET .../manifest.json`: every fact of the finished file, as `aethercast make` writes it beside the episode. */
export function getManifest(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { manifestUri } = await findOwnPodcast(deps, request);
    if (manifestUri === null) throw new AethercastError('API_GW_AUDIO_NOT_FOUND_DB');
    response.type('application/json').send(await deps.media.read(manifestUri));
  };
}

/** `GET|HEAD .../audio.mp3`: the finished file. */
export function getAudio(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { audioUri, audioBytes, audioSha256, endedAt } = await findAudiblePodcast(deps, request);
    if (audioUri === null || audioBytes === null || audioSha256 === null) {
      throw new AethercastError('API_GW_AUDIO_NOT_FOUND_DB');
    }
    await sendAudio(deps, request, response, {
      uri: audioUri,
      bytes: audioBytes,
      sha256: audioSha256,
      // The address is the episode's, and an episode can be deleted: ask, and be answered 304.
      cacheControl: 'private, no-cache',
      modifiedAt: endedAt ?? undefined,
    });
  };
}
