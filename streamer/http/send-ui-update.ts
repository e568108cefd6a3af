import type { RequestHandler } from 'express';
import type { Database } from '../../db/connect.js';
import { addUiEvent } from '../../db/live/ui-events.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { isStorable, isStorableText } from '../../platform/storable.js';
import { ownUiEvents } from '../ui/ui-messages.js';
import { jsonObject } from './json-object.js';

const namePattern = /^[A-Za-z0-9_.:-]{1,64}$/;
/** Larger data belongs in the media store, with its address in the event. */
const maxDataBytes = 64 * 1_024;

/** `POST /asf/internal/send_ui_update`: relays an event to the pages of a client, on whichever streamer. */
export function sendUiUpdate({ db }: { db: Database }): RequestHandler {
  return async (request, response) => {
    const body = jsonObject(request.body);
    if (body === undefined) throw new AethercastError('ASF_SENDUI_INVALID_PAYLOAD');
    const { client_id: clientId, event_name: name } = body;
    if (typeof clientId !== 'string' || !isClientId(clientId)) {
      throw new AethercastError('ASF_SENDUI_INVALID_CLIENT_ID');
    }
    if (typeof name !== 'string' || !namePattern.test(name) || ownUiEvents.includes(name)) {
      throw new AethercastError('ASF_SENDUI_INVALID_EVENT_NAME');
    }
    const data = jsonObject(body['data']);
    if (data === undefined) throw new AethercastError('ASF_SENDUI_MISSING_DATA');
    if (!isStorable(data) || Buffer.byteLength(JSON.stringify(data)) > maxDataBytes) {
      throw new AethercastError('ASF_SENDUI_INVALID_PAYLOAD', {
        message: '`data` must have at most 64 KiB, 20 levels, and no NUL characters or halves of characters.',
      });
    }
    await addUiEvent(db, { clientId, name, data });
    response.json({ status: 'success', message: `The event ${name} is on its way.` });
  };
}

function isClientId(text: string): boolean {
  return text.length >= 1 && text.length <= 128 && isStorableText(text);
}
