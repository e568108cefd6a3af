// Speaks lines of both neural voices on two threads, the last ones over a minute long. Prints the most memory that it took, in MB.
import { readFile } from 'node:fs/promises';
import { createVoiceForge } from '../../../activities/voice-forge/voice-forge.js';
import { loadConfig } from '../../../platform/config/load-config.js';
import { sampleText } from '../episodes.js';

const [lines = 40, longLines = 4] = process.argv.slice(2).map(Number);
const forge = createVoiceForge(loadConfig({ ...process.env, SPEECH_PROVIDER: 'local', SPEECH_THREADS: '2' }));
const text = (await readFile(sampleText, 'utf8')).replace(/\s+/g, ' ');
const sentences = text.split(/(?<=[.?!]) /).filter(({ length }) => length > 60 && length < 400);
let next = 0;
let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 50);

async function lane(): Promise<void> {
  while (next < lines + longLines) {
    const index = next++;
    const said =
      index < lines
        ? (sentences[index % sentences.length] ?? '')
        : sentences
            .slice(index, index + 20)
            .join(' ')
            .slice(0, 1_000);
    const voice = index % 2 === 0 ? 'joe' : 'heart';
    await forge.forge(forge.plan({ voice, text: said, language: 'en-US', pauseMs: 300 }));
  }
}

await Promise.all([lane(), lane()]);
clearInterval(watch);
await forge.close();
process.stdout.write(`${Math.round(most / 2 ** 20)}\n`);
