import { z } from 'zod';

/** Kinds of variables: environment variables are text, these turn them into what they mean. */

export function port() {
  return z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535);
}

export function count(min: number, max: number) {
  return z.coerce
    .number({ error: `must be a whole number from ${min} to ${max}` })
    .int()
    .min(min)
    .max(max);
}

export function seconds(min: number, max: number) {
  return z.coerce
    .number({ error: `must be a number of seconds from ${min} to ${max}` })
    .min(min)
    .max(max);
}

export function flag() {
  return z.stringbool({ error: 'must be true or false' });
}

export function list() {
  return z.string().transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );
}

/** The address of a service that the operator runs or uses. */
export function httpUrl() {
  return z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
}
