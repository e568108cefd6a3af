import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AethercastError } from '../platform/aethercast-error.js';
import { hashFile } from '../platform/assets/hash-file.js';
import { isDiskFull, noSpaceLeft } from '../platform/disk-space.js';
import { isFileMissing, errorCode } from '../platform/error-code.js';
import { voiceCard, voiceCardFile, type VoiceCard } from './added-voices.js';
import { hiddenFolder, removeAbandoned } from './hidden-folders.js';

/** A voice that was tried and measured, with its files where the user has them. */
export type NewVoice = {
  facts: Omit<VoiceCard, 'model' | 'modelFile' | 'configFile'>;
  modelFile: string;
  configFile?: string;
  /** SHA-256 of the model as it was tried. */
  triedSha256: string;
};

/**
 * Copies a voice into the folder of added voices. It is built in a hidden folder and renamed into place: a catalog sees
 * all of it or nothing, and a failure or an abort leaves nothing behind.
 * Throws VFA_VOICE_NAME_TAKEN (unless `replace`), VFA_VOICE_MODEL_INVALID when the model changed since it was tried,
 * DISK_FULL, and what else the file system throws.
 */
export async function installVoice(
  folder: string,
  voice: NewVoice,
  { replace, signal }: { replace: boolean; signal?: AbortSignal },
): Promise<VoiceCard> {
  let draft: string | undefined;
  try {
    await mkdir(folder, { recursive: true });
    await removeAbandoned(folder);
    draft = await mkdtemp(hiddenFolder(folder, 'adding'));
    // A worker may run as another user, and the folder is as public as its files.
    await chmod(draft, 0o755);
    const card = await fill(draft, voice);
    signal?.throwIfAborted();
    await place(folder, draft, card.name, replace);
    return card;
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    throw new AethercastError('DISK_FULL', {
      message: `The voice ${voice.facts.name} was not added: ${noSpaceLeft(folder)}. Free some, or set VOICES_DIR to a folder on another disk.`,
      cause: error,
    });
  } finally {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
  }
}

/** Takes an added voice away, whole or not at all; false when there is none of that name. */
export async function removeAddedVoice(folder: string, name: string): Promise<boolean> {
  const aside = await moveAside(folder, name, 'removed');
  if (aside === undefined) return false;
  await rm(aside, { recursive: true, force: true });
  await touch(folder);
  return true;
}

/**
 * The model's id names its content and its speaker, and so do the files: another model never has the segment keys of
 * this one, and a thread that has this one loaded does not take it for the other.
 */
async function fill(
  draft: string,
  { facts, modelFile, configFile, triedSha256 }: NewVoice,
): Promise<VoiceCard> {
  const model = await copied(modelFile, draft);
  const config = configFile === undefined ? undefined : await copied(configFile, draft);
  if (model.sha256 !== triedSha256) {
    throw new AethercastError('VFA_VOICE_MODEL_INVALID', {
      message: `The file ${modelFile} changed while it was being added. Add it again when it is complete.`,
    });
  }
  const content = createHash('sha256')
    .update(JSON.stringify([model.sha256, config?.sha256 ?? null, facts.speaker ?? null]))
    .digest('hex');
  const id = `${path.basename(modelFile, '.onnx')}-${content.slice(0, 12)}`;
  const card = voiceCard.parse({
    ...facts,
    model: id,
    modelFile: { ...model, file: await renamed(draft, model.file, `${id}.onnx`) },
    configFile: config && { ...config, file: await renamed(draft, config.file, `${id}.onnx.json`) },
  });
  await writeFile(path.join(draft, voiceCardFile), `${JSON.stringify(card, null, 2)}\n`);
  return card;
}

async function copied(file: string, folder: string): Promise<VoiceCard['modelFile']> {
  const name = path.basename(file);
  const copy = path.join(folder, name);
  await copyFile(file, copy, constants.COPYFILE_FICLONE);
  return { file: name, bytes: (await stat(copy)).size, sha256: await hashFile(copy) };
}

async function renamed(folder: string, from: string, to: string): Promise<string> {
  await rename(path.join(folder, from), path.join(folder, to));
  return to;
}

async function place(folder: string, draft: string, name: string, replace: boolean): Promise<void> {
  const target = path.join(folder, name);
  const former = replace ? await moveAside(folder, name, 'replaced') : undefined;
  try {
    await rename(draft, target);
  } catch (error) {
    if (former !== undefined) await rename(path.join(former, name), target);
    const code = errorCode(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    throw new AethercastError('VFA_VOICE_NAME_TAKEN', {
      message: `There is a voice named ${name} already. Choose another name with --name, or replace it with --replace.`,
      details: { voice: name },
      cause: error,
    });
  }
  if (former !== undefined) await rm(former, { recursive: true, force: true });
  await touch(folder);
}

/** Into a hidden folder, under its own name: if we die now, the next one to come puts it back. */
async function moveAside(
  folder: string,
  name: string,
  why: 'replaced' | 'removed',
): Promise<string | undefined> {
  if ((await stat(path.join(folder, name)).catch(undefinedIfMissing)) === undefined) return undefined;
  const aside = await mkdtemp(hiddenFolder(folder, why));
  await rename(path.join(folder, name), path.join(aside, name));
  return aside;
}

/** Two renames within one tick of the file system's clock would look like one to a catalog. */
async function touch(folder: string): Promise<void> {
  const now = new Date();
  await utimes(folder, now, now);
}

function undefinedIfMissing(error: unknown): undefined {
  if (!isFileMissing(error)) throw error;
}
