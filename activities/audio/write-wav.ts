/** Samples of -1 to 1 as a RIFF/WAVE file of one channel of 16-bit PCM; what lies beyond is clipped. */
export function writeWav(samples: Float32Array, rate: number): Buffer {
  const headerBytes = 44;
  const dataBytes = samples.length * 2;
  const wav = Buffer.alloc(headerBytes + dataBytes);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(headerBytes - 8 + dataBytes, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(dataBytes, 40);
  for (const [index, sample] of samples.entries()) {
    const value = Math.round(sample * 32_768);
    wav.writeInt16LE(Math.min(32_767, Math.max(-32_768, value)), headerBytes + index * 2);
  }
  return wav;
}
