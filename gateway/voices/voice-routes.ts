import type { Route } from '../http/route.js';
import { getVoicePreview } from './get-voice-preview.js';
import { listVoices } from './list-voices.js';

export const voiceRoutes: readonly Route[] = [listVoices, getVoicePreview];
