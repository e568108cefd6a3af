// Measures gain and pace of voices for the table in voices/built-in-voices.ts, on lines of the samples.
// Usage, after `npm run build`: node scripts/calibrate-voices.mjs heart joe
import { readFileSync } from 'node:fs';
import { calibrateVoice } from '../dist/activities/voice-forge/calibrate-voice.js';
import { embeddedEngine } from '../dist/activities/models/speech/embedded-engines.js';
import { assetOptions } from '../dist/platform/assets/index.js';
import { loadConfig } from '../dist/platform/config/load-config.js';
import { obtainVoice } from '../dist/voices/obtain-voice.js';
import { createVoiceCatalog } from '../dist/voices/voice-catalog.js';

const samples = ['tycho-brahe.md', 'short-history-of-the-world.txt'];
const linesPerSample = 32;

const config = loadConfig();
const catalog = createVoiceCatalog(config);
const names = process.argv.slice(2);
if (names.length === 0) {
  console.error('Name the voices to measure: node scripts/calibrate-voices.mjs heart joe');
  process.exit(2);
}
const lines = samples.flatMap(linesOf);
for (const name of names) {
  const voice = catalog.find(name);
  const options = assetOptions(config, (message) => console.error(message));
  const localModel = voice.engine === 'local' ? await obtainVoice(voice, options) : undefined;
  const engine = await embeddedEngine(voice.engine);
  const measured = await calibrateVoice(
    (text) => engine.speak({ voice: name, text, rate: 1, pitch: 1, ...(localModel && { localModel }) }),
    voice.locale,
    lines,
  );
  console.log(JSON.stringify({ voice: name, lines: lines.length, ...measured }));
}

/** Lines as a script has them: of one to four sentences, in turn. */
function linesOf(file) {
  const text = readFileSync(new URL(`../samples/${file}`, import.meta.url), 'utf8');
  const paragraphs = text.split(/\n\s*\n/).filter((part) => part.length > 200 && !/^[#|>*-]/.test(part));
  const sentences = paragraphs.flatMap(
    (part) => part.replace(/\s+/g, ' ').match(/[A-Z][^.?!]{20,200}[.?!](?=\s|$)/g) ?? [],
  );
  const made = [];
  for (let at = 0; at < sentences.length && made.length < linesPerSample;) {
    const count = 1 + (made.length % 4);
    made.push(sentences.slice(at, at + count).join(' '));
    at += count;
  }
  return made;
}
