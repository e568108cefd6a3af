// Image generation (IGA): makes covers and pictures of snippets, stored under their content.
// Imports the shared folders and models/, and no other agent (activities/README.md).
import { findPictureWords } from '../../db/topics.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import type {
  ImageActivities,
  ImageInput,
  ImageResult,
  PictureWords,
} from '../../workflows/contract/topics.js';
import type { ActivityDeps } from '../activity-deps.js';
import { isWholePicture } from '../models/image/whole-picture.js';
import { readScript } from '../script/read-script.js';
import { readIfThere } from '../steps/read-if-there.js';
import { agents } from '../steps/agents.js';
import { agentStep, type PreparedStep } from '../steps/agent-step.js';
import { providerIntent } from '../steps/provider-intent.js';
import { imageKeys } from './image-object.js';
import { readImageRequest } from './read-image-request.js';

type Deps = Pick<ActivityDeps, 'config' | 'db' | 'log' | 'media' | 'studio'>;

/** After the segments of the longest episode, for people who read the task rows. */
const order = 900;

/** IGA: a prompt becomes one immutable, content-addressed picture and a thumbnail of it. */
export function createImageActivities(deps: Deps): ImageActivities {
  return {
    generateImage: (input) =>
      agentStep(
        deps,
        {
          run: input.run,
          ...agents.imageGeneration,
          ...defined({ item: input.item }),
          order,
          input: { aspect_ratio: input.aspect_ratio ?? deps.config.IGA_DEFAULT_ASPECT_RATIO },
        },
        async () => prepareImage(deps, input, await wordsOf(deps, input)),
      ),
  };
}

/** A picture that an earlier attempt, or anyone with the same request, left in the store is used; nothing is made. */
async function prepareImage(
  deps: Deps,
  input: ImageInput,
  words: PictureWords,
): Promise<PreparedStep<ImageResult>> {
  const { config, media, studio } = deps;
  const { provider } = studio;
  const request = readImageRequest({ ...input, ...words }, config);
  const keys = imageKeys(request, provider, config.IGA_GCS_IMAGE_PREFIX);
  const result: ImageResult = {
    image_url: media.uriOf(keys.image),
    thumbnail_url: media.uriOf(keys.thumbnail),
    model_version: `${provider.name}-${provider.model}`,
  };
  const [storedImage, storedThumbnail] = await Promise.all(
    [result.image_url, result.thumbnail_url].map((uri) => findPicture(deps, uri)),
  );

  async function work(signal: AbortSignal) {
    if (storedImage === undefined || storedThumbnail === undefined) {
      const picture = storedImage ?? (await provider.generate(request, signal));
      // The picture first: it is what may have cost money, and the thumbnail can be made of it again.
      await media.put(keys.image, picture);
      await media.put(keys.thumbnail, await thumbnailOf(deps, picture, result.image_url));
    }
    return {
      result,
      summary: {
        image_url: result.image_url,
        model_version: result.model_version,
        reused: storedImage !== undefined,
      },
    };
  }

  if (storedImage !== undefined) return { work };
  return { work, intent: providerIntent({ provider: provider.name, model: provider.model }, 1) };
}

async function wordsOf({ db, media }: Deps, input: ImageInput): Promise<PictureWords> {
  if ('prompt' in input) return input;
  if ('snippet_id' in input) return findPictureWords(db, input.snippet_id);
  const { title, topic } = await readScript(media, input.scriptUri);
  return { prompt: title === topic ? title : `${title}. ${topic}`, title };
}

/** A damaged one is deleted and counts as not there. */
async function findPicture(
  { media, log }: Pick<Deps, 'media' | 'log'>,
  uri: string,
): Promise<Buffer | undefined> {
  const picture = await readIfThere(media, uri);
  if (picture === undefined || isWholePicture(picture)) return picture;
  log.warn({ uri }, 'a stored picture is damaged and will be made again');
  await media.delete(uri);
  return undefined;
}

/** An unreadable picture is deleted, so that the next attempt makes it again. */
async function thumbnailOf(
  { media, studio }: Pick<Deps, 'media' | 'studio'>,
  picture: Uint8Array,
  uri: string,
): Promise<Uint8Array> {
  try {
    return await studio.thumbnail(picture);
  } catch (error) {
    if (error instanceof AethercastError && error.code === 'IGA_IMAGE_UNDECODABLE') await media.delete(uri);
    throw error;
  }
}
