import type { Pcm } from '../speech-engine.js';

/**
 * Reads a RIFF/WAVE file of one channel of 16-bit PCM (https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html).
 * Throws RangeError on anything else: the file comes from an engine of ours, so that is the engine's failure.
 */
export function readWav(bytes: Uint8Array): Pcm {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 44 || file.toString('latin1', 0, 4) !== 'RIFF') throw new RangeError('Not a WAVE file.');
  let sampleRate = 0;
  for (let at = 12; at + 8 <= file.length;) {
    const id = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const body = at + 8;
    if (id === 'fmt ') {
      sampleRate = file.readUInt32LE(body + 4);
      if (
        file.readUInt16LE(body) !== 1 ||
        file.readUInt16LE(body + 2) !== 1 ||
        file.readUInt16LE(body + 14) !== 16
      )
        throw new RangeError('The WAVE file is not 16-bit mono PCM.');
    }
    if (id === 'data') return { samples: samplesOf(file.subarray(body, body + size)), sampleRate };
    at = body + size + (size % 2);
  }
  throw new RangeError('The WAVE file has no data.');
}

/** Copies, since samples need not be aligned in the file; WAVE and every machine Node runs on are little-endian. */
function samplesOf(data: Buffer): Int16Array {
  const samples = new Int16Array(data.length >> 1);
  Buffer.from(samples.buffer).set(data.subarray(0, samples.length * 2));
  return samples;
}
