// `npm run read-back -- FILE...`: makes an episode of each file and has a speech recogniser hear every line of the finished
// sound. Prints where it heard something else than the voice was given to say, and the script's warnings. Words in capitals are not in the recogniser's vocabulary: it gets them wrong, whoever says them.
// READ_BACK_MINUTES (5): for how many minutes of speech is asked.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseFrames } from '../../activities/audio/mp3-frames.js';
import { normaliseText } from '../../activities/models/speech/normalise-text/normalise-text.js';
import { linesOf, type PodcastScript } from '../../workflows/contract/script.js';
import { findRecogniser, type Recogniser } from '../support/recogniser.js';
import { isolatedConfig, openTemporaryFolder, removeStackData } from '../support/test-servers.js';
import { modelOf } from '../support/voice-models.js';
import { differences, wordErrors, wordsOf } from '../support/word-errors.js';
import { makeRealEpisode, startRealStack, type RealStack } from './real-stack.js';

type Manifest = { audio: { tag_bytes: number }; segments: { frames: number }[] };

const speakers = [
  { name: 'Ada', voice: 'heart' },
  { name: 'Bob', voice: 'joe' },
] as const;

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('Usage: npm run read-back -- FILE...');
const found = await findRecogniser();
if (found === undefined) throw new Error("Install Debian's packages pocketsphinx and pocketsphinx-en-us.");
await Promise.all(speakers.map(({ voice }) => modelOf(voice)));
const config = isolatedConfig(await openTemporaryFolder('aethercast-read-back-'), {
  SPEECH_PROVIDER: 'local',
});
try {
  const stack = await startRealStack(config);
  try {
    for (const file of files) await readBack(stack, file, found);
  } finally {
    await stack.stop();
  }
} finally {
  await removeStackData(config);
}

async function readBack(stack: RealStack, file: string, recogniser: Recogniser): Promise<void> {
  const uploaded = await fetch(
    `${stack.gatewayUrl}/api/v1/uploads?filename=${encodeURIComponent(path.basename(file))}`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: await readFile(file),
    },
  );
  const { upload_id } = (await uploaded.json()) as { upload_id: string };
  const { id } = await makeRealEpisode(stack, {
    ...{ sources: [{ upload_id }], speakers },
    minutes: Number(process.env['READ_BACK_MINUTES'] ?? 5),
  });
  const episode = `${stack.gatewayUrl}/api/v1/podcasts/${id}`;
  const script = (await answerOf(`${episode}/script`).then((answer) => answer.json())) as PodcastScript;
  const manifest = (await answerOf(`${episode}/manifest.json`).then((answer) => answer.json())) as Manifest;
  const mp3 = new Uint8Array(await (await answerOf(`${episode}/audio.mp3`)).arrayBuffer());

  const lines = linesOf(script);
  const heard = await recogniser.recognise(segmentsOf(mp3, manifest));
  const said = lines.map(({ text }) => normaliseText(text, script.language));
  const { words, rate } = wordErrors(said.map((text, at) => [text, heard[at] ?? '']));
  const unknown = said.flatMap(wordsOf).filter((word) => !recogniser.vocabulary.has(word)).length;
  console.log(`\n# ${path.basename(file)}: "${script.title}"`);
  console.log(
    `${lines.length} lines, ${words} words (${unknown} not in the vocabulary), word error rate ${rate}`,
  );
  for (const { code, message } of script.warnings) console.log(`! ${code}: ${message}`);
  for (const [at, text] of said.entries()) printLine(lines[at]!.speaker, text, heard[at] ?? '', recogniser);
}

/** A line's sound is frames of the file, in the order of the lines. */
function segmentsOf(mp3: Uint8Array, { audio, segments }: Manifest): Uint8Array[] {
  const sound = mp3.subarray(audio.tag_bytes);
  const frames = parseFrames(sound);
  let from = 0;
  return segments.map((segment) => {
    const [first, last] = [frames[from]!, frames[from + segment.frames - 1]!];
    from += segment.frames;
    return sound.subarray(first.offset, last.offset + last.bytes);
  });
}

function printLine(speaker: string, said: string, heard: string, { vocabulary }: Recogniser): void {
  console.log(`\n${speaker}: ${said}`);
  for (const difference of differences(wordsOf(said), wordsOf(heard))) {
    const words = difference.said.map((word) => (vocabulary.has(word) ? word : word.toUpperCase()));
    console.log(`    ${words.join(' ') || '-'} -> ${difference.heard.join(' ') || '-'}`);
  }
}

async function answerOf(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
