import { code } from './code-entry.js';

/** What image generation (IGA) refuses or fails at. */
export const imageCodes = {
  IGA_BAD_REQUEST_PROMPT_MISSING: code(400, '`prompt` is missing: describe the picture.'),
  IGA_PROMPT_TOO_LONG: code(400, '`prompt` must have at most 4,000 characters.'),
  IGA_INVALID_ASPECT_RATIO: code(
    400,
    '`aspect_ratio` must be two whole numbers from 1 to 32 with a colon between them, such as 16:9, and at most 4:1 or 1:4.',
  ),
  IGA_DRAWING_FAILED: code(500, 'The picture could not be drawn.', true),
  IGA_PICTURE_LOST: code(500, 'The picture is no longer in the media store, or is damaged.'),
  IGA_IMAGE_UNDECODABLE: code(500, 'The picture cannot be read. It will be made again.', true),
} as const;
