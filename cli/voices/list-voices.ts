import type { Config } from '../../platform/config/load-config.js';
import { availableDefaultVoices } from '../../voices/default-voices.js';
import type { DefaultVoices } from '../../voices/default-voices.js';
import { createVoiceCatalog, voicesFolder } from '../../voices/voice-catalog.js';
import { viewVoice, type VoiceView } from '../../voices/voice-view.js';
import { megabytes } from './fetch-voice.js';

/** `aethercast voices list`: the voices, whether their models are here, and who speaks by default. Fetches nothing. */
export async function listVoices(config: Config, { json }: { json: boolean }): Promise<void> {
  const catalog = createVoiceCatalog(config);
  const voices = await Promise.all(catalog.list().map((voice) => viewVoice(voice, config)));
  const cast = await availableDefaultVoices(config);
  const broken = catalog.broken();
  if (json) {
    process.stdout.write(`${JSON.stringify({ ok: true, voices, broken, default_cast: cast })}\n`);
    return;
  }
  const lines = [
    ...table([['NAME', 'ACCENT', 'GENDER', 'ENGINE', 'LICENCE', 'MODEL', 'DESCRIPTION'], ...voices.map(row)]),
    '',
    ...broken.map(
      ({ name, why }) => `${name} cannot be used: ${why}. Add it again, or "voices remove ${name}".`,
    ),
    describeCast(cast, config),
    `Added voices are in ${voicesFolder(config)}.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function row(voice: VoiceView): string[] {
  const { name, locale, gender, engine, licence, description, added } = voice;
  return [
    name,
    locale,
    gender ?? '-',
    engine,
    licence,
    model(voice),
    added ? `${description} (added)` : description,
  ];
}

function model({ available, fetch_bytes: bytes, unavailable_reason: why }: VoiceView): string {
  if (available) return 'here';
  return bytes === null
    ? `unavailable: ${why ?? 'unknown reason'}`
    : `not fetched yet, ${megabytes(bytes)} MB`;
}

function describeCast({ engine, voices, reason }: DefaultVoices, config: Config): string {
  const names = voices.join(' and ');
  if (config.SPEECH_PROVIDER === 'flite') return `Default voices: ${names} (SPEECH_PROVIDER=flite).`;
  if (reason === undefined) return `Default voices: ${names}.`;
  const fetching = 'The next start tries to fetch them; "voices add heart joe" does so now.';
  return engine === 'flite'
    ? `Default voices: ${names} of Flite, because ${reason}. ${fetching}`
    : `Default voices: ${names}, but ${reason}, and SPEECH_PROVIDER=local allows no others. ${fetching}`;
}

/** Columns as wide as their longest cell. */
function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
