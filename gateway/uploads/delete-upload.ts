import { z } from 'zod';
import { carryOut } from '../../db/erasures.js';
import { deleteUpload as deleteFromRecord } from '../../db/uploads.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { route } from '../http/route.js';
import { withEngine } from '../http/with-engine.js';

export const deleteUpload = route({
  method: 'delete',
  path: '/api/v1/uploads/{id}',
  operationId: 'deleteUpload',
  tag: 'Uploads',
  summary: 'Deletes an uploaded file.',
  description:
    'Episodes that were made of it stay as they are. Files that no episode is made of are deleted by themselves, UPLOAD_EXPIRY_HOURS after they were last sent; others with the last of their episodes.',
  auth: 'owner',
  params: z.object({ id: z.uuid() }),
  notFound: 'API_GW_UPLOAD_UNKNOWN',
  answers: { 204: { description: 'Deleted.' } },
  errors: ['API_GW_UPLOAD_UNKNOWN', 'API_GW_UPLOAD_IN_USE'],
  handle: async ({ deps, owner, params, response }) => {
    const erasure = await deleteFromRecord(deps.db, owner, params.id);
    if (erasure === undefined) throw new AethercastError('API_GW_UPLOAD_UNKNOWN');
    if (erasure === 'in use') throw new AethercastError('API_GW_UPLOAD_IN_USE');
    await carryOut(withEngine(deps), erasure);
    response.status(204).end();
  },
});
