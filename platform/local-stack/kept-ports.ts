import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { z } from 'zod';
import { AethercastError } from '../aethercast-error.js';
import { readJson, replaceFile } from './atomic-file.js';

const portsSchema = z.record(z.string(), z.number());

export type PortWish = {
  /** What the port is for: the key it is kept under. */
  name: string;
  /** The operator's port and the variable that says so; a taken one is an error. */
  configured?: number | undefined;
  variable?: string;
  /** Tried first when nothing is configured or kept. */
  preferred?: number;
};

/**
 * Chooses ports: the configured one, else the one kept for this data folder, else the preferred one, else a free
 * one. They are kept, so that a restart finds every part where it was. Throws STACK_START_FAILED.
 */
export async function choosePorts(file: string, wishes: readonly PortWish[]): Promise<Map<string, number>> {
  const kept = portsSchema.safeParse(await readJson(file)).data ?? {};
  const chosen = new Map<string, number>();
  for (const wish of wishes) chosen.set(wish.name, await choosePort(wish, kept, chosen));
  await replaceFile(file, `${JSON.stringify({ ...kept, ...Object.fromEntries(chosen) }, null, 2)}\n`);
  return chosen;
}

async function choosePort(
  wish: PortWish,
  kept: Readonly<Record<string, number>>,
  chosen: ReadonlyMap<string, number>,
): Promise<number> {
  const taken = new Set([...chosen.values(), ...othersOf(kept, wish.name)]);
  if (wish.configured !== undefined && wish.configured !== 0) {
    if (await isPortFree(wish.configured)) return wish.configured;
    throw new AethercastError('STACK_START_FAILED', {
      message: `Port ${wish.configured} for ${wish.name} is in use by another program. Stop that program, or set ${wish.variable ?? 'another port'} to a free port, or unset it to have one chosen.`,
      details: { port: wish.configured, part: wish.name },
    });
  }
  const before = kept[wish.name];
  if (before !== undefined && (await isPortFree(before))) return before;
  const { preferred } = wish;
  if (preferred !== undefined && !taken.has(preferred) && (await isPortFree(preferred))) return preferred;
  return randomFreePort(taken);
}

function othersOf(kept: Readonly<Record<string, number>>, name: string): number[] {
  return Object.entries(kept).flatMap(([key, port]) => (key === name ? [] : [port]));
}

/**
 * From below the range that systems hand to outgoing connections: one of those could hold the port during a restart,
 * and a client that retries a dead port of that range can even connect to itself.
 */
async function randomFreePort(taken: ReadonlySet<number>): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (!taken.has(port) && (await isPortFree(port))) return port;
  }
}

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
