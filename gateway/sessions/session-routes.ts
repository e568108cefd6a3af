import type { Route } from '../http/route.js';
import { getPreferences } from './get-preferences.js';
import { initSession } from './init-session.js';
import { replacePreferences } from './replace-preferences.js';

export const sessionRoutes: readonly Route[] = [initSession, getPreferences, ...replacePreferences];
