import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isFileMissing } from '../../platform/error-code.js';
import { CliError } from '../terminal/cli-error.js';

/** The files of a Piper voice, as absolute paths. */
export type ModelFiles = { model: string; config: string };

/**
 * Finds the pair for an `.onnx` file (with its `.onnx.json` beside it, or `config`) or for a folder with exactly one
 * such pair. Undefined when nothing of that name exists.
 */
export async function findModelFiles(given: string, config?: string): Promise<ModelFiles | undefined> {
  const place = path.resolve(given);
  const found = await kindOf(place);
  if (found === undefined) return undefined;
  const model = found === 'folder' ? await onlyModelIn(place) : place;
  if (!model.endsWith('.onnx'))
    throw new CliError(
      `${given} is not an .onnx file. Name the voice's .onnx file, which has its .onnx.json beside it.`,
    );
  const configFile = config === undefined ? `${model}.json` : path.resolve(config);
  if ((await kindOf(configFile)) !== 'file') {
    throw new CliError(
      `The voice's settings are missing: there is no file ${configFile}. A Piper voice is two files, the model (.onnx) and its settings (.onnx.json); name the settings with --config if they are elsewhere.`,
    );
  }
  return { model, config: configFile };
}

async function onlyModelIn(folder: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  const models = names.filter((name) => name.endsWith('.onnx'));
  const [model] = models;
  if (model === undefined) throw new CliError(`The folder ${folder} has no .onnx file in it.`);
  if (models.length > 1) {
    throw new CliError(
      `The folder ${folder} has several voices: ${models.join(', ')}. Name the one to add: ${path.join(folder, model)}`,
    );
  }
  return path.join(folder, model);
}

async function kindOf(place: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(place)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isFileMissing(error)) return undefined;
    throw error;
  }
}
