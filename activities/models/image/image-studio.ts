// The configured image provider and the threads in which pictures are drawn and made small.
import { Piscina } from 'piscina';
import { AethercastError } from '../../../platform/aethercast-error.js';
import { inheritedEnvironment, type Config } from '../../../platform/config/load-config.js';
import { createDrawnProvider } from './drawn/drawn-provider.js';
import type { ImageProvider } from './image-provider.js';
import type { ImageTask } from './image-worker.js';

export interface ImageStudio {
  readonly provider: ImageProvider;
  /** A small WebP of a picture, for lists of them. Throws IGA_IMAGE_UNDECODABLE. */
  thumbnail(picture: Uint8Array): Promise<Uint8Array>;
  /** Waits for running work, then ends the threads. */
  close(): Promise<void>;
}

/** A cover takes a fifth of a second: more threads would only take cores from the voices. */
const threads = 2;
/** An idle thread ends after this time (ms) and frees its memory, 80 MB; another one starts within half a second. */
const idleMs = 5_000;

/** @param workerUrl the thread's program; only tests name another. */
export function createImageStudio(
  config: Config,
  workerUrl = new URL('./image-worker.js', import.meta.url),
): ImageStudio {
  const pool = new Piscina<ImageTask, { picture: Uint8Array } | { unreadable: string }>({
    filename: workerUrl.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    // The canvas reads it when it is loaded: covers must not depend on the fonts of the machine.
    env: { ...inheritedEnvironment(), DISABLE_SYSTEM_FONTS_LOAD: '1' } as Record<string, string>,
  });

  async function work(task: ImageTask): Promise<Uint8Array> {
    const reply = await pool.run(task).catch((cause: unknown) => {
      throw new AethercastError('IGA_DRAWING_FAILED', { cause });
    });
    if ('picture' in reply) return reply.picture;
    throw new AethercastError('IGA_IMAGE_UNDECODABLE', { details: { reason: reply.unreadable } });
  }

  return {
    provider: providers[config.IMAGE_PROVIDER](work),
    thumbnail: (picture) => work({ kind: 'thumbnail', picture }),
    close: () => pool.close(),
  };
}

/** Does the task in a thread. */
type Work = (task: ImageTask) => Promise<Uint8Array>;

const providers: Record<Config['IMAGE_PROVIDER'], (work: Work) => ImageProvider> = {
  drawn: (work) => createDrawnProvider((spec) => work({ kind: 'draw', spec })),
};
