import type { Route } from '../http/route.js';
import { getMediaAccessUrl } from './get-media-access-url.js';
import { getMedia } from './get-media.js';

export const mediaRoutes: readonly Route[] = [getMedia];

export const internalMediaRoutes: readonly Route[] = [getMedia, getMediaAccessUrl];
