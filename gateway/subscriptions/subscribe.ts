import { z } from 'zod';
import { subscribe } from '../../db/subscribers.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { isDatabaseAway } from '../../platform/database-away.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { tryStart } from '../../platform/temporal/try-start.js';
import { mailStartOptions, mailWorkflowType } from '../../workflows/contract/mails.js';
import { withDatabaseFault } from '../http/database-fault.js';
import { route } from '../http/route.js';
import { parseMailAddress } from './mail-address.js';
import { tag } from './subscription-pages.js';

const subscriptionBody = z.object({
  email: z
    .string()
    .transform((typed, context) => {
      const address = parseMailAddress(typed);
      if (address !== undefined) return address;
      context.issues.push({ code: 'custom', input: typed, message: 'is not a complete mail address' });
      return z.NEVER;
    })
    .meta({ format: 'email', maxLength: 254 }),
});

/**
 * Whoever reads the address's mail decides: nothing is sent before its owner has confirmed. The answer is the same for an
 * address that was asked before; only for a confirmed one it is 409.
 */
export const postSubscription = route({
  method: 'post',
  path: '/api/v1/subscribe',
  operationId: 'subscribe',
  tag,
  summary: 'Asks the owner of a mail address whether to subscribe to new public episodes.',
  auth: 'none',
  body: {
    json: subscriptionBody,
    malformed: 'SUBSCRIBE_MALFORMED_JSON',
    codes: { absent: 'SUBSCRIBE_PAYLOAD_REQUIRED', other: 'SUBSCRIBE_INVALID_EMAIL_FORMAT', of: emailCode },
  },
  answers: {
    201: {
      description: 'A mail that asks for confirmation is on its way.',
      json: z.object({ message: z.string() }),
    },
  },
  errors: [
    'SUBSCRIBE_EMAIL_REQUIRED',
    'SUBSCRIBE_EMAIL_EXISTS',
    'SUBSCRIBE_DB_ERROR',
    'SUBSCRIBE_UNEXPECTED_ERROR',
  ],
  handle: async ({ deps, body, response }) => {
    const subscribed = await withDatabaseFault('SUBSCRIBE_DB_ERROR', () =>
      subscribe(deps.db, body.email),
    ).catch(unexpected);
    if (subscribed.outcome === 'confirmed') throw new AethercastError('SUBSCRIBE_EMAIL_EXISTS');
    if (subscribed.outcome === 'asked') {
      // The mail is on record: an engine that is away only delays it.
      await tryStart(deps.temporal, mailWorkflowType, mailStartOptions(subscribed.mailId), deps.log);
    }
    response.status(201).json({
      message: 'Thank you! Open the link in the mail that we have sent you to confirm your subscription.',
    });
  },
});

/** Nothing there has another code than something that is no address. */
function emailCode(_path: string[], { email }: Record<string, unknown>): ErrorCode | undefined {
  return email === undefined || email === null || email === '' ? 'SUBSCRIBE_EMAIL_REQUIRED' : undefined;
}

/** Whatever nobody has foreseen has a code here, too. */
function unexpected(error: unknown): never {
  if (error instanceof AethercastError || isDatabaseAway(error)) throw error;
  throw new AethercastError('SUBSCRIBE_UNEXPECTED_ERROR', { cause: error });
}
