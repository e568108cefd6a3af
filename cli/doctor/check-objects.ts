import {
  inspectEpisode,
  sha256Of,
  type BrokenPart,
} from '../../activities/episode-repair/inspect-episode.js';
import { repairEpisode } from '../../activities/episode-repair/repair-episode.js';
import { createImageStudio } from '../../activities/models/image/image-studio.js';
import { isWholePicture } from '../../activities/models/image/whole-picture.js';
import { readIfThere } from '../../activities/steps/read-if-there.js';
import { createVoiceForge } from '../../activities/voice-forge/voice-forge.js';
import type { Database } from '../../db/connect.js';
import { listSegments } from '../../db/episode-segments.js';
import {
  findFinishedEpisode,
  listFinishedEpisodes,
  listRecordedObjects,
  type RecordedObject,
} from '../../db/finished-episodes.js';
import type { Config } from '../../platform/config/load-config.js';
import { createLogger } from '../../platform/log.js';
import { createMediaStore } from '../../platform/media-store/create-media-store.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { StackCheck } from '../../stack/index.js';

export type ObjectOptions = {
  /** Look at every object. */
  media: boolean;
  /** Make again what can be. */
  repair: boolean;
};

/** Without `--media`: so many episodes, and so many objects of every other kind. */
const sampleSize = 20;
/** So many findings are spelt out. */
const maxNamed = 20;

type EpisodeFinding = { podcastId: string; broken: BrokenPart[] };

/** Reads and hashes what the record names in the media store, and names what is missing or damaged; mends it where asked to. */
export async function checkObjects(
  config: Config,
  db: Database,
  { media: all, repair }: ObjectOptions,
): Promise<StackCheck> {
  const name = 'Stored objects';
  const media = createMediaStore(config);
  const sample = all ? undefined : sampleSize;
  const ids = await listFinishedEpisodes(db, sample);
  const found = await brokenEpisodes(db, media, ids);
  const mended = repair && found.length > 0 ? await repairAll(config, db, media, found) : [];
  const left =
    mended.length > 0
      ? await brokenEpisodes(
          db,
          media,
          found.map(({ podcastId }) => podcastId),
        )
      : found;
  const others = await brokenOthers(media, await listRecordedObjects(db, sample));
  const looked = all ? `all finished episodes (${ids.length})` : `${ids.length} of the finished episodes`;
  const repaired = mended.length > 0 ? `; made again: ${mended.join(', ')}` : '';
  const problems = [...left.flatMap(sentencesOf), ...others];
  if (problems.length === 0) return { name, ok: true, detail: `${looked}, all there and whole${repaired}` };
  const more = problems.length > maxNamed ? `; and ${problems.length - maxNamed} more` : '';
  return {
    name,
    ok: false,
    detail: `${problems.slice(0, maxNamed).join('; ')}${more} (${looked})${repaired}`,
    remedy: repair
      ? 'What is still missing cannot be made again: restore it from a backup of the media folder.'
      : `Make again what can be: npm run aethercast -- doctor --repair${all ? ' --media' : ''}`,
  };
}

async function brokenEpisodes(
  db: Database,
  media: MediaStore,
  ids: readonly string[],
): Promise<EpisodeFinding[]> {
  const found: EpisodeFinding[] = [];
  for (const podcastId of ids) {
    const episode = await findFinishedEpisode(db, podcastId);
    if (episode === undefined) continue;
    const broken = await inspectEpisode(media, episode, await listSegments(db, podcastId));
    if (broken.length > 0) found.push({ podcastId, broken });
  }
  return found;
}

/** In this process: it needs no worker, and no engine. Answers what was made again. */
async function repairAll(
  config: Config,
  db: Database,
  media: MediaStore,
  found: readonly EpisodeFinding[],
): Promise<string[]> {
  const [forge, studio] = [createVoiceForge(config), createImageStudio(config)];
  const deps = { config, db, media, forge, studio, log: createLogger('doctor', 'error') };
  try {
    const mended: string[] = [];
    for (const { podcastId } of found) {
      const report = await repairEpisode(deps, podcastId, new AbortController().signal);
      mended.push(...report.mended.map((part) => `${part} of ${podcastId}`));
    }
    return mended;
  } finally {
    await Promise.all([forge.close(), studio.close()]);
  }
}

/** These cannot be made again by us. */
async function brokenOthers(media: MediaStore, objects: readonly RecordedObject[]): Promise<string[]> {
  const problems: string[] = [];
  for (const { what, uri, sha256 } of objects) {
    const bytes = await readIfThere(media, uri);
    if (bytes === undefined) problems.push(`${what} is missing`);
    else if (sha256 !== undefined && sha256Of(bytes) !== sha256) problems.push(`${what} is damaged`);
    else if (uri.endsWith('.png') && !isWholePicture(bytes)) problems.push(`${what} is damaged`);
  }
  return problems;
}

function sentencesOf({ podcastId, broken }: EpisodeFinding): string[] {
  return broken.map(({ part, state, segment }) => {
    const named = segment === undefined ? part : `${part} ${segment + 1}`;
    return `the ${named} of the episode ${podcastId} is ${state}`;
  });
}
