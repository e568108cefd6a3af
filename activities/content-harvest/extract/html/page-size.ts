/** More tags than the longest encyclopaedia article has; beyond, parsing is work for nothing. */
export const maxTags = 150_000;

/** Browsers stop nesting at 512; finding the article takes time by the square of the depth. */
const maxDepth = 1500;

/** @throws RangeError when the page has more than `maxTags` tags or nests deeper than `maxDepth` */
export function checkPageSize(html: string): void {
  if (countTags(html) > maxTags) throw new RangeError('too many tags');
  if (depthOf(html) > maxDepth) throw new RangeError('nested too deeply');
}

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count += 1;
  return count;
}

/** Counted over the elements that must be closed; an unclosed paragraph or list item nests nothing. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of html.matchAll(
    /<\/?(?!(?:p|li|br|hr|img|input|meta|link|td|tr|th|dd|dt|option|wbr|source)\b)[a-z][a-z0-9-]*\b/gi,
  )) {
    depth = tag.startsWith('</') ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
