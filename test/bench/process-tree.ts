// What processes cost, as /proc tells it. Linux only.
import { readdir, readFile } from 'node:fs/promises';
import { errorCode } from '../../platform/error-code.js';

/** Clock ticks per second in /proc/<pid>/stat on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Memory and processor time of some processes with all their descendants. */
export type ProcessCost = {
  /** Proportional set size: a page that n processes share counts 1/n for each. */
  pssMb: number;
  rssMb: number;
  cpuSeconds: number;
  processes: number;
};

export async function costOf(roots: readonly number[]): Promise<ProcessCost> {
  const stats = await readStats();
  const members = new Set(roots);
  // Children may have lower numbers than their parents, so until nothing is added any more.
  for (let before = -1; before !== members.size;) {
    before = members.size;
    for (const { pid, parent } of stats) if (members.has(parent)) members.add(pid);
  }
  const cost: ProcessCost = { pssMb: 0, rssMb: 0, cpuSeconds: 0, processes: 0 };
  for (const { pid, ticks } of stats) {
    if (!members.has(pid)) continue;
    const rollup = await readOrNothing(`/proc/${pid}/smaps_rollup`);
    cost.pssMb += megabytes(rollup, 'Pss');
    cost.rssMb += megabytes(rollup, 'Rss');
    cost.cpuSeconds += ticks / ticksPerSecond;
    cost.processes += 1;
  }
  return cost;
}

/** The most memory that a process has had at once; 0 when it is gone. */
export async function peakRssMb(pid: number): Promise<number> {
  return megabytes(await readOrNothing(`/proc/${pid}/status`), 'VmHWM');
}

async function readStats(): Promise<{ pid: number; parent: number; ticks: number }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readOrNothing(`/proc/${pid}/stat`);
      // The name in parentheses may hold spaces; the state comes after it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return { pid: Number(pid), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
    }),
  );
  return stats.filter(({ ticks }) => !Number.isNaN(ticks));
}

/** Nothing for a process that has ended meanwhile. */
async function readOrNothing(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(errorCode(error) ?? '')) return '';
    throw error;
  }
}

function megabytes(rollup: string, field: 'Pss' | 'Rss' | 'VmHWM'): number {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1];
  return Number(kilobytes ?? 0) / 1024;
}
