import { analyse } from 'chardet';

/** Bytes that are enough to tell by, and that never keep a thread busy for long. */
const sampleBytes = 8_192;

/** Of these, no byte sequence is wrong by itself; it takes more of a difference to believe in them. */
const western = /^(?:windows-1252|iso-8859-1|ascii|utf-8)$/i;

const manyBytes = /^(?:gb18030|big5|euc-jp|euc-kr|shift_jis|iso-2022-(?:jp|kr|cn))$/i;

/**
 * The character set of a text that names none and is not UTF-8, by how often its characters follow each other in the
 * languages that use it. Undefined where nothing speaks against Western text, or for anything else.
 */
export function guessCharset(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const matches = analyse(sample).filter(({ name }) => !/^utf-/i.test(name));
  const best = matches.find(({ name }) => !western.test(name));
  if (best === undefined || best.confidence < 20) return undefined;
  const latin = Math.max(
    0,
    ...matches.filter(({ name }) => western.test(name)).map(({ confidence }) => confidence),
  );
  if (best.confidence < latin + 8) return undefined;
  return manyBytes.test(best.name) && !isWhole(sample, best.name) ? undefined : labelOf(best.name);
}

/** Whether all of a sample is valid in a character set; its last character may be cut. */
function isWhole(sample: Uint8Array, name: string): boolean {
  try {
    new TextDecoder(name, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return false;
    throw error;
  }
}

/** What pages call ISO-8859-9 is Windows-1254 (WHATWG Encoding §4.2), and so on; the decoder knows. */
function labelOf(name: string): string {
  return name.toLowerCase() === 'iso-8859-8' ? 'windows-1255' : name.toLowerCase();
}
