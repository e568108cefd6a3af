// A program that exits while two of its threads are inside the native runtime. Run as a child, with the request as JSON.
import { Worker } from 'node:worker_threads';
import { createNativeGate } from '../../../activities/models/speech/local/native-gate.js';
import type { SpeechRequest } from '../../../activities/models/speech/speech-engine.js';
import type { SpeakNews } from './speak-thread.js';

const [request = '{}', delayMs = '0'] = process.argv.slice(2);
const spec = JSON.parse(request) as SpeechRequest;
for (let thread = 0; thread < 2; thread++) {
  const worker = new Worker(new URL('./speak-thread.js', import.meta.url));
  worker.postMessage({ request: spec, gate: createNativeGate() });
  worker.on('message', ({ kind }: SpeakNews) => {
    if (kind === 'begun') setTimeout(() => process.exit(0), Number(delayMs));
  });
}
