import { z } from 'zod';
import { flag } from './kinds.js';

export const imageVariables = {
  IMAGE_PROVIDER: z
    .enum(['drawn'])
    .default('drawn')
    .describe('The maker of cover art. drawn: covers that Aethercast draws by itself.'),
  IGA_DEFAULT_ASPECT_RATIO: z
    .string()
    .regex(/^([1-9]|[12]\d|3[0-2]):([1-9]|[12]\d|3[0-2])$/, 'must be two numbers from 1 to 32, such as 16:9')
    .default('1:1')
    .describe('Aspect ratio of pictures when a request names none.'),
  IGA_ADD_WATERMARK: flag()
    .default(true)
    .describe("Whether pictures say who made them: a drawn cover shows the brand's name."),
  IGA_GCS_IMAGE_PREFIX: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9_.-]*(\/[a-z0-9][a-z0-9_.-]*)*\/?$/i,
      'must be a folder of the media store, such as images/iga/',
    )
    .default('images/iga/')
    .describe('Folder for pictures in the media store, whichever store is used.'),
};
