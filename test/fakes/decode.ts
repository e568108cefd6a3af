import { decodeMp3 } from '../../activities/audio/decode-mp3.js';

/** Every sample of an MP3, from its first to its last frame. */
export async function decodeWhole(mp3: Uint8Array): Promise<Float32Array> {
  const pieces: Float32Array[] = [];
  await decodeMp3(mp3, (samples) => pieces.push(samples));
  const whole = new Float32Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
