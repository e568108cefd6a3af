import { MPEGDecoder } from 'mpg123-decoder';

/** Bytes fed at once (42 s of sound), so that decoding an hour needs no hour of samples in memory. */
const pieceBytes = 512 * 1024;

/**
 * Decodes an MP3 from its first to its last frame and hands the first channel over piece by piece; nothing is cut as
 * encoder delay. Answers the number of samples and what the decoder complained about (empty for a sound file).
 */
export async function decodeMp3(
  mp3: Uint8Array,
  onSamples: (samples: Float32Array) => void,
): Promise<{ samples: number; complaints: string[] }> {
  const decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
  try {
    let samples = 0;
    const complaints: string[] = [];
    for (let at = 0; at < mp3.length; at += pieceBytes) {
      const decoded = decoder.decode(mp3.subarray(at, at + pieceBytes));
      samples += decoded.samplesDecoded;
      complaints.push(...decoded.errors.map((error) => error.message));
      const [channel] = decoded.channelData;
      if (channel) onSamples(channel);
    }
    return { samples, complaints };
  } finally {
    decoder.free();
  }
}
