// What runs in each thread of the image studio.
import { drawCover } from './drawn/draw-cover.js';
import type { CoverSpec } from './drawn/plan-cover.js';
import { makeThumbnail, UnreadablePicture } from './make-thumbnail.js';

export type ImageTask = { kind: 'draw'; spec: CoverSpec } | { kind: 'thumbnail'; picture: Uint8Array };

export default async function runImageTask(
  task: ImageTask,
): Promise<{ picture: Uint8Array } | { unreadable: string }> {
  switch (task.kind) {
    case 'draw':
      return { picture: drawCover(task.spec) };
    case 'thumbnail':
      try {
        return { picture: await makeThumbnail(task.picture) };
      } catch (error) {
        if (!(error instanceof UnreadablePicture)) throw error;
        return { unreadable: error.message };
      }
  }
}
