import { guessCharset } from '../../platform/documents/guess-charset.js';
import { zeroParity } from '../../platform/documents/sniff-document.js';

/**
 * Bytes of a text file as a string: byte order mark, then the declared character set, then UTF-16 by its zero bytes,
 * then UTF-8 if it is valid, then what the bytes look like, else Windows-1252 (which is what "Latin-1" files are,
 * WHATWG Encoding §4.2). A declared set is not believed where the bytes speak against it.
 *
 * @param declared character set named by a Content-Type header or a meta element; an unknown name is passed over.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const marked = markedCharset(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const named = declared === undefined ? undefined : decoderFor(declared)?.encoding;
  if (named !== undefined && (multiByte.test(named) || named.startsWith('utf-16'))) {
    const text = decodedWhole(bytes, named);
    if (text !== undefined) return text;
  }
  const zeros = zeroParity(bytes);
  if (zeros !== undefined) return new TextDecoder(zeros === 'even' ? 'utf-16be' : 'utf-16le').decode(bytes);
  // Pages lie about UTF-8 more often than about anything else, in both directions.
  const text = decodedWhole(bytes, 'utf-8');
  if (text !== undefined) return text;
  const isBelieved =
    named !== undefined && named !== 'utf-8' && named !== 'windows-1252' && !multiByte.test(named);
  return decoded(bytes, isBelieved ? named : (guessCharset(bytes) ?? named ?? 'windows-1252'));
}

const multiByte = /^(?:gbk|gb18030|big5|euc-jp|euc-kr|shift_jis|iso-2022-jp)$/;

function decoded(bytes: Uint8Array, charset: string): string {
  const decoder = decoderFor(charset);
  if (decoder === undefined || decoder.encoding === 'windows-1252' || decoder.encoding === 'utf-8') {
    return decodeWindows1252(bytes);
  }
  return decoder.decode(bytes);
}

/** Undefined where the bytes are not valid in this character set. */
function decodedWhole(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** What Windows-1252 has in 0x80-0x9f; Node 20's own decoder takes these for Latin-1 control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => windows1252.charAt(character.charCodeAt(0) - 0x80));
}

function markedCharset(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decoderFor(name: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(name.trim().toLowerCase());
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
