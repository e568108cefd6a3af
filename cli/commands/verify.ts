import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkChain, readAudit, type AuditRecord } from '../../db/audit.js';
import { connectDatabase, type Database } from '../../db/connect.js';
import { findRecordedAudio } from '../../db/recorded-audio.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { errorCode } from '../../platform/error-code.js';
import { createLogger } from '../../platform/log.js';
import { createMediaStore } from '../../platform/media-store/create-media-store.js';
import { CliError } from '../terminal/cli-error.js';
import { withDatabase } from '../local-stack/with-database.js';

/** The result of one check. */
type Finding = { ok: boolean; text: string };

/** The fields that are used here of the manifest that `aethercast make` writes beside an episode. */
type Manifest = { format: string; podcast_id: string; sha256: string; bytes: number };

/**
 * `aethercast verify ID | manifest | audit export`: computes the hash chain of the record and the SHA-256 of the audio
 * again. Ends with exit code 1 when one of them differs, and names the entry or the file.
 */
export async function verify(config: Config, target: string): Promise<void> {
  const findings = await check(config, target);
  for (const { ok, text } of findings) process.stdout.write(`${ok ? 'ok  ' : 'BAD '} ${text}\n`);
  if (findings.some((finding) => !finding.ok)) throw new CliError('Verification failed.', 1);
}

async function check(config: Config, target: string): Promise<Finding[]> {
  const file = await readJson(target);
  if (file === undefined) return withRecords(config, (db) => checkEpisode(config, db, target));
  if (isAuditRecord(file)) return [chainFinding(file)];
  if (isManifest(file)) {
    const audio = await checkAudioFile(file, audioBeside(target));
    return [audio, ...(await withRecords(config, (db) => checkRecord(db, file.podcast_id, file.sha256)))];
  }
  throw new CliError(`${target} is neither a manifest of an episode nor an audit export.`);
}

async function withRecords(config: Config, use: (db: Database) => Promise<Finding[]>): Promise<Finding[]> {
  return withDatabase(config, async (url) => {
    const db = connectDatabase({ ...config, DATABASE_URL: url }, createLogger('verify', config.LOG_LEVEL), {
      maxConnections: 1,
    });
    try {
      return await use(db);
    } finally {
      await db.destroy();
    }
  });
}

async function checkEpisode(config: Config, db: Database, id: string): Promise<Finding[]> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new CliError(`${id} is neither an episode's id nor a file.`);
  const episode = await db
    .selectFrom('podcasts')
    .select(['final_audio_filepath', 'audio_sha256'])
    .where('podcast_id', '=', id)
    .executeTakeFirst();
  const findings = await checkRecord(db, id, episode?.audio_sha256 ?? undefined);
  if (episode?.final_audio_filepath == null) {
    return [...findings, { ok: true, text: 'the episode has no finished audio yet' }];
  }
  return [...findings, await checkStoredAudio(config, episode.final_audio_filepath, episode.audio_sha256)];
}

/** The chain, and that the audio's hash is the one whose step the chain vouches for. */
async function checkRecord(db: Database, id: string, sha256: string | undefined): Promise<Finding[]> {
  const record = await readAudit(db, id);
  if (record === undefined) return [{ ok: false, text: `there is no record of ${id} in this database` }];
  const chain = chainFinding(record);
  return sha256 === undefined ? [chain] : [chain, await recordedAudioFinding(db, id, sha256)];
}

async function recordedAudioFinding(db: Database, id: string, sha256: string): Promise<Finding> {
  const recorded = await findRecordedAudio(db, id);
  if (recorded === undefined) return { ok: false, text: `the record of ${id} names no finished audio` };
  if (!recorded.isConfirmed) {
    return { ok: false, text: `the step that finished ${id} was changed after the audit record noted it` };
  }
  return recorded.sha256 === sha256
    ? { ok: true, text: 'the audio is the one that the audit record vouches for' }
    : { ok: false, text: `the audio's hash ${sha256} is not the recorded ${recorded.sha256 ?? 'none'}` };
}

function chainFinding(record: AuditRecord): Finding {
  const problem = checkChain(record);
  return problem === undefined
    ? {
        ok: true,
        text: `audit record of ${record.workflow_id}: ${record.entries.length} entries, the chain holds`,
      }
    : { ok: false, text: `audit record of ${record.workflow_id}: ${problem.problem}` };
}

async function checkStoredAudio(config: Config, uri: string, expected: string | null): Promise<Finding> {
  try {
    return audioFinding(uri, await createMediaStore(config).read(uri), expected);
  } catch (error) {
    if (error instanceof AethercastError) return { ok: false, text: `${uri}: ${error.message}` };
    throw error;
  }
}

async function checkAudioFile(manifest: Manifest, file: string): Promise<Finding> {
  try {
    return audioFinding(file, await readFile(file), manifest.sha256);
  } catch (error) {
    if (isMissing(error)) return { ok: false, text: `${file} is missing` };
    throw error;
  }
}

function audioFinding(name: string, audio: Buffer, expected: string | null): Finding {
  const sha256 = createHash('sha256').update(audio).digest('hex');
  return sha256 === expected
    ? { ok: true, text: `${name}: SHA-256 ${sha256}` }
    : { ok: false, text: `${name}: its SHA-256 is ${sha256}, recorded is ${expected ?? 'none'}` };
}

/** The episode's audio has its manifest's name, as `make` writes them. */
function audioBeside(manifestFile: string): string {
  return path.join(path.dirname(manifestFile), `${path.basename(manifestFile, '.json')}.mp3`);
}

/** Undefined when there is no such file: then the target is an id. */
async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new CliError(`${file} is not JSON.`);
    throw error;
  }
}

function isAuditRecord(value: unknown): value is AuditRecord {
  return typeof value === 'object' && value !== null && 'entries' in value && 'head' in value;
}

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    typeof value.format === 'string' &&
    value.format.startsWith('aethercast-episode/')
  );
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENAMETOOLONG'].includes(errorCode(error) ?? '');
}
