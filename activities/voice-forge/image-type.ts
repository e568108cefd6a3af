/** The media type of a picture file by its first bytes; covers are never anything else. */
export function imageType(file: Uint8Array): 'image/png' | 'image/jpeg' {
  return file[0] === 0xff && file[1] === 0xd8 ? 'image/jpeg' : 'image/png';
}
