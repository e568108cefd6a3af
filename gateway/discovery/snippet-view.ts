import { signedSeconds, type MediaStore } from '../../platform/media-store/media-store.js';
import type { SnippetDataObject } from '../../workflows/contract/topics.js';

/** Snippets as clients see them: pictures at addresses that they can fetch for a quarter of an hour. */
export function viewSnippets(
  media: Pick<MediaStore, 'signedUrl'>,
  snippets: readonly SnippetDataObject[],
): Promise<SnippetDataObject[]> {
  return Promise.all(
    snippets.map(async (snippet) => ({
      ...snippet,
      image_url: await signed(media, snippet.image_url),
      thumbnail_url: await signed(media, snippet.thumbnail_url),
    })),
  );
}

async function signed(media: Pick<MediaStore, 'signedUrl'>, uri: string | null): Promise<string | null> {
  return uri === null ? null : media.signedUrl(uri, signedSeconds.image);
}
