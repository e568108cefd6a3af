import { createFliteEngine } from './flite/flite-engine.js';
import { createLocalEngine } from './local/local-engine.js';
import type { SpeechEngine } from './speech-engine.js';
import type { Voice } from '../../../voices/voice.js';

const makers: Record<Voice['engine'], () => Promise<SpeechEngine>> = {
  flite: createFliteEngine,
  local: createLocalEngine,
};
const engines = new Map<Voice['engine'], Promise<SpeechEngine>>();

/** The engine of that name in this thread: made on first use and kept. A failed start is tried again next time. */
export function embeddedEngine(name: Voice['engine']): Promise<SpeechEngine> {
  const existing = engines.get(name);
  if (existing) return existing;
  const starting = makers[name]();
  engines.set(name, starting);
  starting.catch(() => engines.delete(name));
  return starting;
}
