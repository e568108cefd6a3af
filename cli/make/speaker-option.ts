import { InvalidArgumentError } from 'commander';
import { defined } from '../../platform/defined.js';
import { rateLimits } from '../../voices/voice-limits.js';

export type SpeakerOption = { name: string; voice?: string; speaking_rate?: number };

/** `Ada`, `Ada=heart`, or with a speaking rate `Ada=heart@1.2`. */
export function parseSpeaker(text: string): SpeakerOption {
  const [, name = '', voice, rate] = /^([^=]*)(?:=([^@]*)(?:@(.*))?)?$/s.exec(text) ?? [];
  if (name === '') throw new InvalidArgumentError('A speaker needs a name: Ada, Ada=heart or Ada=heart@1.2.');
  return {
    name,
    ...defined({ voice, speaking_rate: rate === undefined ? undefined : parseRate(rate) }),
  };
}

function parseRate(text: string): number {
  const rate = text.trim() === '' ? Number.NaN : Number(text);
  const { min, max } = rateLimits;
  if (rate >= min && rate <= max) return rate;
  throw new InvalidArgumentError(`A speaking rate is a number from ${min} to ${max}, like Ada=heart@1.2.`);
}
