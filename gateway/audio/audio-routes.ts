import type { Route } from '../http/route.js';
import { getAudio } from './get-audio.js';
import { getSegments } from './get-segments.js';

export const audioRoutes: readonly Route[] = [getSegments, getAudio];
