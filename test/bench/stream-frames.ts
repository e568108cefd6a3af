const chunkBytes = 16 * 1024;

/** Audio as the streamer frames it: 8 bytes of offset, then at most 16 KiB. */
export function toFrames(audio: Buffer, offset: number): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; at < audio.length; at += chunkBytes) {
    const head = Buffer.alloc(8);
    head.writeBigUInt64BE(BigInt(offset + at));
    frames.push(Buffer.concat([head, audio.subarray(at, at + chunkBytes)]));
  }
  return frames;
}
