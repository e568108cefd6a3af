import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../api/client';
import type { ApiProblem } from '../../api/api-problem';
import { toProblem } from '../../api/api-problem';
import { forgetOrder, keepOrder, type Order } from './order';
import type { PodcastBody } from './podcast-body';

/**
 * Sends an order until it is answered: a server that is away or slow is asked again with the same key, which makes one
 * episode however often it arrives.
 */
export function useOrder({
  onTaken,
  onRefused,
}: {
  onTaken: (id: string) => void;
  onRefused: (problem: ApiProblem, order: Order) => void;
}) {
  const [waiting, setWaiting] = useState<'idle' | 'sending' | 'retrying'>('idle');
  const current = useRef<AbortController>(undefined);

  const { mutateAsync } = useMutation({
    mutationFn: ({ order, signal }: { order: Order; signal: AbortSignal }) => send(order, signal),
    retry: (count, error) => {
      const tries = current.current?.signal.aborted === false && mayPass(toProblem(error), count);
      if (tries) setWaiting('retrying');
      return tries;
    },
    retryDelay: (count) => Math.min(500 * 2 ** count, 10_000),
  });

  async function place(order: Order): Promise<void> {
    // A double click is one press.
    if (current.current !== undefined) return;
    const controller = new AbortController();
    current.current = controller;
    setWaiting('sending');
    keepOrder({ ...order, sentAt: Date.now() });
    try {
      const id = await mutateAsync({ order, signal: controller.signal });
      forgetOrder();
      onTaken(id);
    } catch (error) {
      // The key stays: the next press asks for the same episode. Unless the server will never take it.
      const { key, body } = order;
      const problem = toProblem(error);
      if (isSpent(problem)) forgetOrder();
      else keepOrder({ key, body });
      if (!controller.signal.aborted) onRefused(problem, order);
    } finally {
      current.current = undefined;
      setWaiting('idle');
    }
  }

  return { waiting, place, stop: () => current.current?.abort() };
}

async function send({ key, body }: Order, signal: AbortSignal): Promise<string> {
  const { data } = await api.POST('/api/v1/podcasts', {
    params: { header: { 'X-Idempotency-Key': key } },
    body: JSON.parse(body) as PodcastBody,
    signal,
  });
  if (data === undefined) throw new TypeError('The answer was cut off.');
  return data.podcast_id;
}

/** The voices that it needs cannot be had on this server: a matter of choice, not of time. */
export const lackingVoices: readonly string[] = ['ASSET_UNAVAILABLE', 'VFA_ENGINE_UNAVAILABLE'];

/** Who is away comes back; a server that fails at this very order is not asked for ever. */
function mayPass({ status, code, retryable }: ApiProblem, count: number): boolean {
  if (lackingVoices.includes(code)) return false;
  return retryable && (status !== 500 || count < 3);
}

/** The episode of this key was deleted, or the key stands for another request: only a new key goes on. */
function isSpent({ status }: ApiProblem): boolean {
  return status === 410 || status === 422;
}
