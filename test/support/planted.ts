// Words that stand nowhere else, planted in what a person gives, and found again wherever they are kept.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import { errorCode } from '../../platform/error-code.js';
import { query } from './servers-of-stacks.js';

/** Begins every planted word; what follows names the place. */
const mark = 'Quillmarsh';

export function planted(place: string): string {
  return mark + place;
}

/** Also in UTF-16, as ID3 tags have it, and as part of JSON, HTML and base64-free binary files. */
const marks = [Buffer.from(mark), Buffer.from(mark, 'utf16le'), Buffer.from(mark.toLowerCase())];

/** Files below the folder that hold a planted word, with those words; `except` names beginnings of their paths. */
export async function filesWithPlanted(folder: string, except: readonly string[] = []): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file);
    if (!entry.isFile() || except.some((part) => name.startsWith(part))) continue;
    const places = placesIn(await readIfThere(file));
    if (places.length > 0) found.push(`${name}: ${places.join(' ')}`);
  }
  return found;
}

function placesIn(content: Buffer): string[] {
  const places = new Set<string>();
  for (const wanted of marks) {
    for (let at = content.indexOf(wanted); at >= 0; at = content.indexOf(wanted, at + 1)) {
      const after = content.toString('latin1', at, at + 60).replaceAll('\0', '');
      places.add(/^\w+/.exec(after)?.[0] ?? mark);
    }
  }
  return [...places];
}

/** Servers make and remove files while they are looked at. */
async function readIfThere(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Tables of the database that have a row with a planted word, with that row. */
export async function rowsWithPlanted(databaseUrl: string): Promise<string[]> {
  const tables = (await query(
    databaseUrl,
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  )) as { name: string }[];
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = (await query(
      databaseUrl,
      `select t::text as row from "${name}" t where t::text ilike '%${mark}%'`,
    )) as { row: string }[];
    found.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return found;
}

/** Events of the engine's histories that hold a planted word, in a payload, a failure or anywhere else. */
export async function eventsWithPlanted(client: Client): Promise<string[]> {
  const found: string[] = [];
  for await (const { workflowId, runId, type } of client.workflow.list()) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    for (const event of events ?? []) {
      const held = textsIn(event).filter((text) => text.toLowerCase().includes(mark.toLowerCase()));
      found.push(...held.map((text) => `${type} ${String(event.eventId)}: ${text.slice(0, 200)}`));
    }
  }
  return found;
}

/** Every text in it. Payloads are bytes of JSON, which the events' own `toJSON` would turn into base64. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString()];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
