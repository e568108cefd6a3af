// The episodes of an attack: asked for until the gateway takes them, waited for, and held against undisturbed ones.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { assertPaidOnce } from '../../support/assert-paid-once.js';
import { episode, episodeHashes, sampleText } from '../../support/episodes.js';
import { WholeStack } from '../../support/local-stacks.js';

export type Outcome = {
  episodes: number;
  completed: number;
  /** Acknowledged, and then not on record. */
  lost: number;
  /** Not over when the time was up. */
  stuck: number;
  failed: number;
  /** Completed, and the frames differ from those of the undisturbed episode. */
  unequal: number;
  boughtTwice: number;
  /** When each was seen to be over, in the order of the requests. */
  endedAt: (number | undefined)[];
  /** What went wrong, in sentences. */
  broken: string[];
};

const askEveryMs = 200;

/**
 * Every episode speaks at a rate of its own, so that no line is found in the store.
 * @returns the ids, as soon as all requests are acknowledged
 */
export function requestAll(
  stack: WholeStack,
  { episodes, minutes, spreadMs = 0 }: { episodes: number; minutes: number; spreadMs?: number },
): Promise<string[]> {
  return Promise.all(
    Array.from({ length: episodes }, async (_, place) => {
      await delay((spreadMs * place) / episodes);
      return requestUntilTaken(stack, bodyOf(place, minutes));
    }),
  );
}

/** SHA-256 of the frames of the same episodes on a stack that nobody disturbs. */
export function undisturbedFrames(episodes: number, minutes: number): Promise<string[]> {
  return WholeStack.during(async (stack) => {
    const ids = await requestAll(stack, { episodes, minutes });
    const { endedAt } = await waitForAll(stack, ids, 600_000);
    assert.ok(!endedAt.includes(undefined), 'the undisturbed episodes did not end');
    const gateway = await stack.gatewayUrl();
    const hashes: string[] = [];
    for (const id of ids) hashes.push((await episodeHashes(gateway, id)).frames);
    return hashes;
  }, environment);
}

/** The embedded voice that every machine has, and the one that is quick. */
export const environment = { SPEECH_PROVIDER: 'flite' };

/** Waits until all are over or the time is up. */
export async function waitForAll(
  stack: WholeStack,
  ids: readonly string[],
  withinMs: number,
): Promise<{ endedAt: (number | undefined)[] }> {
  const gateway = await stack.gatewayUrl();
  const deadline = Date.now() + withinMs;
  const endedAt: (number | undefined)[] = ids.map(() => undefined);
  while (endedAt.includes(undefined) && Date.now() < deadline) {
    for (const [place, id] of ids.entries()) {
      if (endedAt[place] !== undefined) continue;
      const found = await episode(gateway, id);
      if (found && !['pending', 'in_progress'].includes(found.overall_status)) endedAt[place] = Date.now();
    }
    await delay(askEveryMs);
  }
  return { endedAt };
}

/** What has become of them. @param frames of the undisturbed episodes, in the same order */
export async function judge(
  stack: WholeStack,
  ids: readonly string[],
  { frames, endedAt }: { frames: readonly string[]; endedAt: readonly (number | undefined)[] },
): Promise<Outcome> {
  const outcome: Outcome = {
    ...{ episodes: ids.length, completed: 0, lost: 0, stuck: 0, failed: 0, unequal: 0, boughtTwice: 0 },
    endedAt: [...endedAt],
    broken: [],
  };
  const gateway = await stack.gatewayUrl();
  for (const [place, id] of ids.entries()) {
    const found = await episode(gateway, id);
    if (found === undefined) {
      outcome.lost += 1;
      outcome.broken.push(`${id} is not on record.`);
    } else if (endedAt[place] === undefined) {
      outcome.stuck += 1;
      outcome.broken.push(`${id} is still ${found.overall_status} (${found.status}).`);
    } else if (found.overall_status !== 'completed') {
      outcome.failed += 1;
      outcome.broken.push(`${id} ended as ${found.overall_status}: ${found.error_message ?? 'no reason'}`);
    } else {
      outcome.completed += 1;
      const hashes = await episodeHashes(gateway, id);
      if (hashes.frames !== frames[place]) {
        outcome.unequal += 1;
        outcome.broken.push(`${id} sounds different from the undisturbed episode.`);
      }
      try {
        await assertPaidOnce(stack, id);
      } catch (error) {
        if (!(error instanceof assert.AssertionError)) throw error;
        outcome.boughtTwice += 1;
        outcome.broken.push(`${id}: ${error.message}`);
      }
    }
  }
  return outcome;
}

async function bodyOf(place: number, minutes: number): Promise<string> {
  const text = await readFile(sampleText, 'utf8');
  return JSON.stringify({
    minutes,
    sources: [{ text }],
    voice_params: { speaking_rate: 1 + place / 1_000 },
  });
}

/** One key for all tries: whatever dies between them, one episode comes of it. */
async function requestUntilTaken(stack: WholeStack, body: Promise<string>): Promise<string> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
  const gateway = await stack.gatewayUrl();
  for (;;) {
    try {
      const response = await fetch(`${gateway}/api/v1/podcasts`, {
        method: 'POST',
        headers,
        body: await body,
        signal: AbortSignal.timeout(10_000),
      });
      const answer = await response.text();
      if (response.ok) return (JSON.parse(answer) as { podcast_id: string }).podcast_id;
      if (response.status !== 503) throw new Error(`the gateway answered ${response.status}: ${answer}`);
    } catch (error) {
      // The gateway is away, or died before it had answered.
      if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error;
    }
    await delay(askEveryMs);
  }
}
