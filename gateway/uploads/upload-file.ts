import { createHash, randomUUID } from 'node:crypto';
import { PassThrough, Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { foreseeErasure, forgoErasure } from '../../db/erasures.js';
import { insertUpload } from '../../db/uploads.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import { mediaTypes, SNIFF_BYTES, sniffDocument } from '../../platform/documents/sniff-document.js';
import { plainLine } from '../../platform/plain-text.js';
import { shorten } from '../../platform/shorten.js';
import { errorCode } from '../../platform/error-code.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { route } from '../http/route.js';
import { maxUploadBytes } from './get-upload-limits.js';
import { uploadSchema } from './upload-schema.js';

/** Namespace of upload ids. It never changes, or a repeated upload would become another one. */
const uploadNamespace = '0d7f5f3a-3c55-5d0b-8a83-7f1f0f6f3a77';

type IncomingFile = { content: Readable; filename: string | undefined };

/** Streams the file to the media store and detects its type by its content. Nothing is kept of a refused upload. */
export const uploadFile = route({
  method: 'post',
  path: '/api/v1/uploads',
  operationId: 'uploadFile',
  tag: 'Uploads',
  summary: 'Uploads a file that an episode can be made of.',
  description:
    'Send a form, of which the first file part is taken, or the file itself as the body. The same file again is the same upload. It is kept with the episodes that are made of it, else for UPLOAD_EXPIRY_HOURS.',
  auth: 'owner',
  query: z.object({
    filename: z.string().optional().catch(undefined).describe('Name of a file that is sent as the body.'),
  }),
  body: {
    media: {
      'multipart/form-data': z.strictObject({ file: z.file().min(1) }),
      'application/octet-stream': z.file().min(1),
    },
  },
  answers: {
    201: { description: 'Stored.', json: uploadSchema },
    200: { description: 'The same file had been uploaded before.', json: uploadSchema },
  },
  errors: [
    'API_GW_UPLOAD_EMPTY',
    'API_GW_UPLOAD_TOO_LARGE',
    'API_GW_UPLOAD_TYPE',
    'API_GW_UPLOAD_INCOMPLETE',
    'DISK_FULL',
  ],
  handle: async ({ deps, owner, query, request, response }) => {
    const key = `uploads/${randomUUID()}`;
    const mediaUri = deps.media.uriOf(key);
    // A gateway that is killed from here on leaves nothing for good.
    const erasureId = await foreseeErasure(deps.db, mediaUri);
    try {
      const { isNew, ...upload } = await takeIn(deps, { owner, key, query, request });
      if (!isNew) await deps.media.delete(mediaUri);
      response.status(isNew ? 201 : 200).json(upload);
    } catch (error) {
      await deps.media.delete(mediaUri);
      throw error;
    } finally {
      await forgoErasure(deps.db, erasureId).catch((error: unknown) => {
        deps.log.warn({ err: error }, 'an upload is looked at again later: its end could not be recorded');
      });
    }
  },
});

type Given = { owner: string; key: string; query: { filename?: string | undefined }; request: Request };

async function takeIn(deps: GatewayDeps, { owner, key, query, request }: Given) {
  const maxBytes = maxUploadBytes(deps.config);
  const { content, filename } = await incomingFile(request, query.filename);
  const { mediaUri, bytes, sha256 } = await store(deps, key, content, maxBytes);
  if (bytes === 0) throw new AethercastError('API_GW_UPLOAD_EMPTY');
  const kind = sniffDocument(await head(deps, mediaUri, bytes));
  if (kind === undefined) throw new AethercastError('API_GW_UPLOAD_TYPE');
  // The same file of the same owner is the same upload, so that a request that names it can be repeated.
  const uploadId = uuidv5(`${owner}\n${sha256}\n${filename ?? ''}`, uploadNamespace);
  const documentType = mediaTypes[kind];
  const upload = { uploadId, ownerId: owner, mediaUri, bytes, sha256, documentType, filename };
  const isNew = await insertUpload(deps.db, upload);
  return {
    isNew,
    upload_id: uploadId,
    bytes,
    sha256,
    media_type: documentType,
    filename: filename ?? null,
  };
}

async function store(deps: GatewayDeps, key: string, content: Readable, maxBytes: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        done(new AethercastError('API_GW_UPLOAD_TOO_LARGE', { details: { max_bytes: maxBytes } }));
        return;
      }
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const storing = [deps.media.put(key, meter), pipeline(content, meter)] as const;
  try {
    const [{ uri }] = await Promise.all(storing);
    return { mediaUri: uri, bytes, sha256: hash.digest('hex') };
  } catch (error) {
    // Refuse only when nothing is left of the file.
    meter.destroy();
    await Promise.allSettled(storing);
    throw isCutOff(error) ? incomplete(error) : error;
  }
}

async function incomingFile(request: Request, filename: string | undefined): Promise<IncomingFile> {
  if (request.is('multipart/form-data') !== false) return firstFilePart(request);
  return { content: request, filename: cleanName(filename) };
}

function firstFilePart(request: Request): Promise<IncomingFile> {
  return new Promise((resolve, reject) => {
    const form = readForm(request);
    let found = false;
    form.on('file', (_field, part, info) => {
      found = true;
      // A form that ends early raises its error on the form, not on the part, so it is passed on to the part's reader.
      const content = new PassThrough();
      // One that comes in one piece breaks off before anybody reads: its reader finds the part destroyed then.
      content.on('error', () => undefined);
      form.on('error', (error) => content.destroy(incomplete(error)));
      part.on('error', (error) => content.destroy(incomplete(error)));
      part.pipe(content);
      resolve({ content, filename: cleanName(info.filename) });
    });
    form.on('close', () => {
      if (!found)
        reject(new AethercastError('API_GW_UPLOAD_EMPTY', { message: 'The form has no file part.' }));
    });
    form.on('error', (error) => {
      if (!found) reject(incomplete(error));
    });
    request.on('aborted', () => form.destroy(new Error('Unexpected end of form')));
    request.pipe(form);
  });
}

/** busboy throws when the header names no boundary. */
function readForm(request: Request): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits: { files: 1, fields: 20 } });
  } catch (error) {
    throw incomplete(error, 'The form cannot be read: its Content-Type is not complete.');
  }
}

function incomplete(cause: unknown, message?: string): AethercastError {
  return new AethercastError('API_GW_UPLOAD_INCOMPLETE', defined({ cause, message }));
}

async function head(deps: GatewayDeps, uri: string, bytes: number): Promise<Uint8Array> {
  const stream = await deps.media.stream(uri, { start: 0, end: Math.min(bytes, SNIFF_BYTES) - 1 });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The last part of whatever path a client sends; only ever shown, never opened. */
function cleanName(name: string | undefined): string | undefined {
  const base = plainLine(name?.split(/[/\\]/).at(-1) ?? '').trim();
  return base === '' ? undefined : shorten(base, 200);
}

function isCutOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = errorCode(error);
  return (
    code === 'ECONNRESET' ||
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    error.message === 'aborted' ||
    error.message.startsWith('Unexpected end of form')
  );
}
