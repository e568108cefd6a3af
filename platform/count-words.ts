// Imports nothing: the web app counts with this very file.

/** Fewer words make no episode: the estimate warns of it, harvester and writer refuse it. */
export const minEpisodeWords = 60;

/**
 * A stretch of a script that puts no spaces between words, with the signs that such scripts share, at most 1,000
 * signs of it: what the segmenter takes grows with the square of the length.
 */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]{0,999}/gu;

/** Finds words in all those scripts, whatever language it is made for; a fixed one, so that all machines agree. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The words of a text as people count them: what stands between spaces and holds a letter or digit; where a script
 * puts no spaces, what its dictionary calls a word.
 */
export function countWords(text: string): number {
  let words = 0;
  const spaced = text.replace(unspaced, (stretch) => {
    for (const { isWordLike } of segmenter.segment(stretch)) if (isWordLike === true) words += 1;
    return ' ';
  });
  return words + spaced.split(/\s+/).filter((token) => /[\p{L}\p{N}]/u.test(token)).length;
}
