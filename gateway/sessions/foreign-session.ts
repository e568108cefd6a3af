import { AethercastError } from '../../platform/aethercast-error.js';

export function foreignSession(): AethercastError {
  return new AethercastError('API_GW_FORBIDDEN_SESSION_UPDATE', {
    message: 'This `client_id` belongs to someone else. Use a new one.',
  });
}
