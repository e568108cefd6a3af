import type { Route } from '../http/route.js';
import { changePodcast } from './change-podcast.js';
import { cancelPodcast, pausePodcast, resumePodcast, retryPodcast } from './control-podcast.js';
import { createPodcast } from './create-podcast.js';
import { deletePodcast } from './delete-podcast.js';
import { estimatePodcast } from './estimate-podcast.js';
import { getAudit } from './get-audit.js';
import { getChapters } from './get-chapters.js';
import { getCover } from './get-cover.js';
import { getManifest } from './get-manifest.js';
import { getPassages } from './get-passages.js';
import { getPodcast } from './get-podcast.js';
import { getPodcastRequest } from './get-podcast-request.js';
import { getScript } from './get-script.js';
import { getTranscript } from './get-transcript.js';
import { listPodcasts } from './list-podcasts.js';

/** `/podcasts/estimate` comes before `/podcasts/{id}`, which would take it for an id. */
export const podcastRoutes: readonly Route[] = [
  listPodcasts,
  createPodcast,
  estimatePodcast,
  getPodcast,
  changePodcast,
  deletePodcast,
  getPodcastRequest,
  getScript,
  getPassages,
  getTranscript,
  getChapters,
  getManifest,
  getCover,
  getAudit,
  cancelPodcast,
  pausePodcast,
  resumePodcast,
  retryPodcast,
];
