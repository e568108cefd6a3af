import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FoundArticle } from '../search-provider.js';

/** How topics name a text of the library: `sample:tycho-brahe.md`. No person can ask for such an address. */
const scheme = 'sample:';

export const sampleFeed = 'sample_library';

type Sample = { file: string; title: string; summary: string; author: string; category: string };

/** The shipped texts (samples/README.md says where they are from); the summaries are their own sentences. */
const samples: readonly Sample[] = [
  {
    file: 'tycho-brahe.md',
    title: 'Tycho Brahe, the Young Astronomer',
    summary:
      'Tycho Brahe was alike notable for his astronomical genius and for the extraordinary vehemence of a character which was by no means perfect.',
    author: 'Sir Robert S. Ball',
    category: 'Science',
  },
  {
    file: 'short-history-of-the-world.txt',
    title: 'A Short History of the World',
    summary:
      'The story of our world is a story that is still very imperfectly known. A couple of hundred years ago men possessed the history of little more than the last three thousand years.',
    author: 'H. G. Wells',
    category: 'Education',
  },
  {
    file: 'wright-brothers-aeroplane.html',
    title: 'The Wright Brothers’ Aeroplane',
    summary:
      'Though the subject of aerial navigation is generally considered new, it has occupied the minds of men more or less from the earliest ages.',
    author: 'Orville and Wilbur Wright',
    category: 'Technology',
  },
];

/** The texts that are always there. They bear no date: nothing about them is new. */
export function sampleArticles(): FoundArticle[] {
  return samples.map(({ file, title, summary, author, category }) => ({
    url: `${scheme}${file}`,
    title,
    summary,
    source_name: author,
    feed: sampleFeed,
    category,
    details: { author },
  }));
}

export function isSample(url: string): boolean {
  return samples.some(({ file }) => url === `${scheme}${file}`);
}

/** The bytes behind an address for which `isSample` is true. */
export async function readSample(url: string): Promise<{ bytes: Buffer; filename: string }> {
  const sample = samples.find(({ file }) => url === `${scheme}${file}`);
  if (sample === undefined) throw new Error('there is no such text in the sample library');
  const path = fileURLToPath(new URL(`../../../../../samples/${sample.file}`, import.meta.url));
  return { bytes: await readFile(path), filename: sample.file };
}
