/** The part of https://www.npmjs.com/package/piper-phonemize that we use; the package has no types of its own. */
declare module 'piper-phonemize' {
  /** IPA of each sentence, or null when espeak-ng has no voice of that name. An empty name repeats the last voice. */
  export function phonemizeToString(text: string, voice: string): string[] | null;
}
