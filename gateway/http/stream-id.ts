import { z } from 'zod';

/** Names an episode's stream; it gives no access by itself. */
export const streamId = z.string().regex(/^strm_[0-9a-f]{64}$/, 'must be `strm_` and 64 hex digits');
