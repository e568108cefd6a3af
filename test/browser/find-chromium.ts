import { access, constants } from 'node:fs/promises';
import path from 'node:path';

/** A Chromium of the system: `CHROMIUM_PATH`, or one on the PATH. Undefined where there is none. */
export async function findChromium(): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const candidates = [
    ...[process.env['CHROMIUM_PATH'] ?? []].flat(),
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
  ];
  for (const candidate of candidates) {
    if (await isExecutable(candidate)) return candidate;
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
