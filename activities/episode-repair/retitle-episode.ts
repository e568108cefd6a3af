import { recordRetitled } from '../../db/episode-titles.js';
import type { FinishedEpisode } from '../../db/finished-episodes.js';
import { defined } from '../../platform/defined.js';
import type { ActivityDeps } from '../activity-deps.js';
import type { episodeManifest } from '../voice-forge/assemble/episode-manifest.js';
import { id3Tag } from '../voice-forge/assemble/id3-tag.js';
import { pictureIn } from './picture-in.js';
import { sha256Of } from './inspect-episode.js';

type Manifest = ReturnType<typeof episodeManifest>;

/**
 * Gives a whole, finished episode's file and manifest the title that its record has. The audio behind the tag stays byte for
 * byte the same. False: the record has changed meanwhile, and nothing was done.
 */
export async function retitleEpisode(
  { db, media }: Pick<ActivityDeps, 'db' | 'media'>,
  episode: FinishedEpisode,
  title: string,
): Promise<boolean> {
  const file = await media.read(episode.audioUri);
  const manifest = JSON.parse((await media.read(episode.manifestUri)).toString('utf8')) as Manifest;
  const tag = tagOf(manifest, title, pictureIn(file));
  const retitled = Buffer.concat([tag, file.subarray(manifest.audio.tag_bytes)]);
  const sha256 = sha256Of(retitled);
  const facts = Buffer.from(
    JSON.stringify(
      {
        ...manifest,
        title,
        audio: { ...manifest.audio, tag_bytes: tag.length },
        sha256,
        bytes: retitled.length,
      } satisfies Manifest,
      null,
      2,
    ),
  );
  const base = `episodes/${episode.podcastId}/${sha256}`;
  const [audio, stored] = await Promise.all([
    media.put(`${base}.mp3`, retitled),
    media.put(`${base}.json`, facts),
  ]);
  return recordRetitled(db, episode, {
    title,
    audioUri: audio.uri,
    manifestUri: stored.uri,
    bytes: retitled.length,
    sha256,
    manifestSha256: sha256Of(facts),
  });
}

/** As when it was assembled, but for the title. */
function tagOf(manifest: Manifest, title: string, cover: Buffer | undefined): Buffer {
  return id3Tag(
    {
      title,
      artist: manifest.speakers.map(({ name }) => name).join(', '),
      album: manifest.album,
      date: manifest.requested_at.slice(0, 10),
      language: manifest.language,
      sections: [],
      ...defined({ cover }),
    },
    manifest.chapters.map((chapter) => ({
      title: chapter.title,
      startMs: chapter.start_ms,
      endMs: chapter.end_ms,
    })),
  );
}
