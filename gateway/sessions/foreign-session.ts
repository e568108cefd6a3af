import { AethercastError } from '../../platform/aethercast-error.js';

export function foreignSession(): AethercastError {
  return new AethercastError('API_GW_FORBIDDEN_SESSION_UPDATE', {
    message: 'The session of this `client_id` belongs to somebody else. Make a new id.',
  });
}
