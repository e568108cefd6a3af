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
import { describeDefaultCast, settleDefaultCast } from '../../voices/default-cast.js';
import { CliError } from '../cli-error.js';
import { at } from '../stack.js';

/** `aethercast doctor`: every dependency, whether it is well, and what to do when it is not. */
export async function doctor(config: Config): Promise<void> {
  const checks = [
    ...(await checkStack(config)),
    await checkMedia(config),
    await checkVoices(config),
    ...(await checkRecords(config)),
  ];
  for (const check of checks) {
    process.stdout.write(`${check.ok ? 'ok  ' : 'BAD '} ${check.name}: ${check.detail}\n`);
    if (check.howToMend !== undefined) process.stdout.write(`     -> ${check.howToMend}\n`);
  }
  if (checks.some((check) => !check.ok)) throw new CliError('Something needs mending.', 1);
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
    return { name, ok: true, detail: `${config.MEDIA_STORE}, can be written` };
  } catch (error) {
    return {
      name,
      ok: false,
      detail: `cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      howToMend: 'Set MEDIA_DIR to a folder that you may write, on a disk with free space.',
    };
  }
}

/** Lets every voice that would be cast by default say a word. */
async function checkVoices(config: Config): Promise<StackCheck> {
  const name = 'Voices';
  const forge = createVoiceForge(config);
  try {
    // Doctor looks, it does not fetch.
    const cast = await settleDefaultCast({ ...config, ASSET_SOURCES: ['cache'] });
    for (const voice of cast.voices) {
      await forge.forge(forge.plan({ voice, text: 'All is well today.', language: 'en', pauseMs: 200 }));
    }
    return {
      name,
      ok: true,
      detail: describeDefaultCast(cast),
      ...(cast.reason === undefined
        ? {}
        : { howToMend: 'Fetch them where there is a network: npm run aethercast -- voices add heart joe' }),
    };
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    return { name, ok: false, detail: error.message, howToMend: 'Install the packages again (npm ci).' };
  } finally {
    await forge.close();
  }
}

/** The schema and the runs on record, when a database is up. */
async function checkRecords(config: Config): Promise<StackCheck[]> {
  const url = externalDatabaseUrl(config) ?? (await findRunningStack(config))?.databaseUrl;
  if (url === undefined) return [];
  const db = connectDatabase(at(config, url), createLogger('doctor', 'error'), { maxConnections: 1 });
  try {
    await sql`select 1`.execute(db);
    const pending = await pendingMigrations(db);
    if (pending.length > 0) {
      return [
        {
          name: 'Schema',
          ok: false,
          detail: `lacks ${pending.join(', ')}`,
          howToMend: 'Run "npm run aethercast -- migrate".',
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
            howToMend: 'Use that release or a later one.',
          },
      {
        name: 'Runs',
        ok: stuck.length === 0,
        detail:
          stuck.length === 0
            ? 'none is stuck'
            : `${stuck.length} without a sign of life for an hour: ${stuck[0]?.workflowId ?? ''} ...`,
        ...(stuck.length === 0
          ? {}
          : {
              howToMend:
                'See that a worker runs ("aethercast up") and look at the run in the Temporal Web UI.',
            }),
      },
    ];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ name: 'Records', ok: false, detail, howToMend: 'See PostgreSQL above.' }];
  } finally {
    await db.destroy();
  }
}
