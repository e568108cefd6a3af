import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { AethercastError } from '../platform/aethercast-error.js';
import { readJson, replaceFile } from '../platform/atomic-file.js';
import type { FileLock } from '../platform/locks/index.js';
import { reservePort } from './reserve-port.js';

const portsSchema = z.record(z.string(), z.number());

export type PortWish = {
  /** What the port is for: the key it is kept under. */
  name: string;
  /** The operator's port and the variable that says so; a taken one is an error. */
  configured?: number | undefined;
  variable?: string;
  /** Tried first when nothing is configured or kept. */
  preferred?: number;
  /** Tried before a kept port that is none of them. `only`: no other is taken. */
  among?: { ports: readonly number[]; only: boolean };
};

export type ChosenPorts = {
  byName: ReadonlyMap<string, number>;
  /** Lets other stacks have the ports. */
  release(): Promise<void>;
};

type Reserved = { port: number; lock: FileLock };

/**
 * Chooses ports: the configured one, else the one kept for this data folder, else the preferred one, else a free
 * one. They are kept, so that a restart finds every part where it was. Throws STACK_START_FAILED.
 */
export async function choosePorts(file: string, wishes: readonly PortWish[]): Promise<ChosenPorts> {
  const kept = portsSchema.safeParse(await readJson(file)).data ?? {};
  const byName = new Map<string, number>();
  const locks: FileLock[] = [];

  async function release(): Promise<void> {
    await Promise.all(locks.splice(0).map((lock) => lock.release()));
  }

  try {
    for (const wish of wishes) {
      const { port, lock } = await choosePort(wish, kept);
      locks.push(lock);
      byName.set(wish.name, port);
    }
    await replaceFile(file, `${JSON.stringify({ ...kept, ...Object.fromEntries(byName) }, null, 2)}\n`);
  } catch (error) {
    await release();
    throw error;
  }
  return { byName, release };
}

async function choosePort(wish: PortWish, kept: Readonly<Record<string, number>>): Promise<Reserved> {
  const { configured } = wish;
  if (configured !== undefined && configured !== 0) {
    const reserved = await reserve(configured);
    if (reserved) return reserved;
    throw new AethercastError('STACK_START_FAILED', {
      message: `Port ${configured} for ${wish.name} is in use by another program. Stop that program, or set ${wish.variable ?? 'another port'} to a free port, or unset it to have one chosen.`,
      details: { port: configured, part: wish.name },
    });
  }
  const others = new Set(Object.entries(kept).flatMap(([name, port]) => (name === wish.name ? [] : [port])));
  const { ports: listed, only } = wish.among ?? { ports: [], only: false };
  const before = kept[wish.name];
  const keptOnes = before === undefined || (only && !listed.includes(before)) ? [] : [before];
  const free = listed.filter((port) => !others.has(port));
  const candidates = listed.includes(before ?? 0) ? [...keptOnes, ...free] : [...free, ...keptOnes];
  for (const candidate of candidates) {
    const reserved = await reserve(candidate);
    if (reserved) return reserved;
  }
  if (only) {
    throw new AethercastError('STACK_START_FAILED', {
      message: `All ports that ${wish.name} may have are in use: ${listed.join(', ')}. Stop a program that uses one of them.`,
      details: { part: wish.name },
    });
  }
  const preferred = others.has(wish.preferred ?? 0) ? undefined : await reserve(wish.preferred);
  return preferred ?? randomFreePort(others);
}

async function reserve(port: number | undefined): Promise<Reserved | undefined> {
  const lock = port === undefined ? undefined : await reservePort(port);
  return port === undefined || lock === undefined ? undefined : { port, lock };
}

/**
 * From below the range that systems hand to outgoing connections: one of those could hold the port during a restart,
 * and a client that retries a dead port of that range can even connect to itself.
 */
async function randomFreePort(others: ReadonlySet<number>): Promise<Reserved> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const reserved = others.has(port) ? undefined : await reserve(port);
    if (reserved) return reserved;
  }
}
