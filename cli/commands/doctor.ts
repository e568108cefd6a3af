import { sql } from 'kysely';
import { createVoiceForge } from '../../activities/voice-forge/voice-forge.js';
import { connectDatabase } from '../../db/connect.js';
import { newerChanges, pendingMigrations } from '../../db/migrate.js';
import { listOpenRuns } from '../../db/open-runs.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { checkStack, externalDatabaseUrl, findRunningStack, type StackCheck } from '../../stack/index.js';
import { createLogger } from '../../platform/log.js';
import { createMediaStore } from '../../platform/media-store/create-media-store.js';
import { describeDefaultVoices, obtainDefaultVoices } from '../../voices/default-voices.js';
import { withDatabase } from '../local-stack/with-database.js';
import { CliError } from '../terminal/cli-error.js';
import { checkObjects, type ObjectOptions } from '../doctor/check-objects.js';

/** `aethercast doctor`: checks every dependency and says what to do about a broken one. */
export async function doctor(config: Config, options: ObjectOptions): Promise<void> {
  const checks = [
    ...(await checkStack(config)),
    await checkMedia(config),
    await checkVoices(config),
    ...(await checkRecords(config, options)),
  ];
  for (const check of checks) {
    process.stdout.write(`${check.ok ? 'ok  ' : 'BAD '} ${check.name}: ${check.detail}\n`);
    if (check.remedy !== undefined) process.stdout.write(`     -> ${check.remedy}\n`);
  }
  if (checks.some((check) => !check.ok)) throw new CliError('Something is wrong; see above.', 1);
}

/** Writes, reads and deletes an object. */
async function checkMedia(config: Config): Promise<StackCheck> {
  const name = 'Media store';
  const media = createMediaStore(config);
  const key = `doctor/${process.pid}-${Date.now()}`;
  try {
    const { uri } = await media.put(key, Buffer.from('doctor'));
    await media.read(uri);
    await media.delete(uri);
    return { name, ok: true, detail: `${config.MEDIA_STORE}, writable` };
  } catch (error) {
    return {
      name,
      ok: false,
      detail: `cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      remedy: 'Set MEDIA_DIR to a folder that you may write to, on a disk with free space.',
    };
  }
}

/** Lets every default voice say a sentence. */
async function checkVoices(config: Config): Promise<StackCheck> {
  const name = 'Voices';
  const forge = createVoiceForge(config);
  try {
    // Only looks: nothing is fetched.
    const cast = await obtainDefaultVoices({ ...config, ASSET_SOURCES: ['cache'] });
    for (const voice of cast.voices) {
      await forge.forge(forge.plan({ voice, text: 'All is well today.', language: 'en', pauseMs: 200 }));
    }
    return {
      name,
      ok: true,
      detail: describeDefaultVoices(cast),
      ...(cast.reason === undefined
        ? {}
        : { remedy: 'To fetch them, with a network: npm run aethercast -- voices add heart joe' }),
    };
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    return { name, ok: false, detail: error.message, remedy: 'Install the packages again: npm ci' };
  } finally {
    await forge.close();
  }
}

/** The schema and the recorded runs, where a database runs. */
async function checkRecords(config: Config, options: ObjectOptions): Promise<StackCheck[]> {
  // Whoever asks for their objects wants the record read, also where nothing runs.
  if (options.media || options.repair)
    return withDatabase(config, (url) => recordChecks(config, url, options));
  const url = externalDatabaseUrl(config) ?? (await findRunningStack(config))?.databaseUrl;
  return url === undefined ? [] : recordChecks(config, url, options);
}

async function recordChecks(config: Config, url: string, options: ObjectOptions): Promise<StackCheck[]> {
  const db = connectDatabase({ ...config, DATABASE_URL: url }, createLogger('doctor', 'error'), {
    maxConnections: 1,
  });
  try {
    await sql`select 1`.execute(db);
    const pending = await pendingMigrations(db);
    if (pending.length > 0) {
      return [
        {
          name: 'Schema',
          ok: false,
          detail: `migrations are missing: ${pending.join(', ')}`,
          remedy: 'Run: npm run aethercast -- migrate',
        },
      ];
    }
    const newer = await newerChanges(db);
    const stuck = await listOpenRuns(db, 3_600);
    return [
      newer.length === 0
        ? { name: 'Schema', ok: true, detail: 'up to date' }
        : {
            name: 'Schema',
            ok: false,
            detail: `comes from a newer release of Aethercast (${newer.join(', ')})`,
            remedy: 'Use that release or a later one.',
          },
      {
        name: 'Runs',
        ok: stuck.length === 0,
        detail:
          stuck.length === 0
            ? 'none is stuck'
            : `${stuck.length} without progress for an hour, first ${stuck[0]?.workflowId ?? ''}`,
        ...(stuck.length === 0
          ? {}
          : {
              remedy: 'Check that a worker runs (npm start), and look at the run in the Temporal Web UI.',
            }),
      },
      await checkObjects(config, db, options),
    ];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ name: 'Records', ok: false, detail, remedy: 'See PostgreSQL above.' }];
  } finally {
    await db.destroy();
  }
}
