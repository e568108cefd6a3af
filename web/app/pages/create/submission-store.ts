// Where orders are asked for, one at a time, whichever page is shown: a server that is away or slow is asked again with the
// same key, which makes one episode however often it arrives.
import { toProblem, type ApiProblem } from '../../api/api-problem';
import { Emitter } from '../../browser/emitter';
import { draftPlace, writeDraft } from './draft-storage';
import { forgetOrder, isKept, keepOrder, type Order } from './submission';
import { rest } from './rest';
import { lackingVoices, sendOrder } from './send-submission';

export type Waiting = 'idle' | 'sending' | 'retrying';

/** The Create page, as long as it is shown. */
export type Customer = {
  onTaken: (id: string) => void;
  onRefused: (problem: ApiProblem) => void;
};

const followers = new Emitter();
let waiting: Waiting = 'idle';
let asking: AbortController | undefined;
let customer: Customer | undefined;

export const followDesk = followers.subscribe;

export function waitingNow(): Waiting {
  return waiting;
}

/** @returns what to call when the page is left */
export function attend(by: Customer): () => void {
  customer = by;
  return () => {
    if (customer === by) customer = undefined;
  };
}

/** A double click is one press: while one is asked for, nothing else is. */
export async function placeOrder(order: Order): Promise<void> {
  if (asking !== undefined) return;
  const controller = new AbortController();
  const { signal } = controller;
  const { key, body } = order;
  asking = controller;
  tell('sending');
  keepOrder({ key, body, sentAt: Date.now() });
  try {
    const id = await ask(order, signal);
    end(controller);
    taken(id, order);
  } catch (error) {
    end(controller);
    const problem = toProblem(error);
    const isTold = signal.aborted || customer !== undefined;
    // The key stays: the next press asks for the same episode. Unless the server will never take it.
    if (isKept(order)) {
      if (isSpent(problem) && isTold) forgetOrder();
      else keepOrder({ key, body, ...(isTold ? {} : { isUntold: true }) });
    }
    if (!signal.aborted) customer?.onRefused(problem);
  }
}

/** Nothing else is asked for, and nobody is told. The server may have taken it all the same. */
export function stopAsking(): void {
  const stopped = asking;
  if (stopped === undefined) return;
  end(stopped);
  stopped.abort();
}

function end(controller: AbortController): void {
  if (asking !== controller) return;
  asking = undefined;
  tell('idle');
}

/** Who has left is not taken away from where they are: the draft is done, and the Library has the episode. */
function taken(id: string, order: Order): void {
  const isOurs = isKept(order);
  if (isOurs) forgetOrder();
  if (customer !== undefined) customer.onTaken(id);
  else if (isOurs) writeDraft(draftPlace, undefined);
}

async function ask(order: Order, signal: AbortSignal): Promise<string> {
  for (let count = 0; ; count += 1) {
    try {
      return await sendOrder(order, signal);
    } catch (error) {
      if (signal.aborted || !mayPass(toProblem(error), count)) throw error;
      tell('retrying');
      await rest(Math.min(500 * 2 ** count, 10_000), signal);
      signal.throwIfAborted();
    }
  }
}

function tell(now: Waiting): void {
  waiting = now;
  followers.emit();
}

/** Who is away comes back; a server that fails at this very order is not asked for ever. */
function mayPass({ status, code, retryable }: ApiProblem, count: number): boolean {
  if (lackingVoices.includes(code)) return false;
  return retryable && (status !== 500 || count < 3);
}

/** The episode of this key was deleted, or the key stands for another request: only a new key goes on. */
function isSpent({ status }: ApiProblem): boolean {
  return status === 410 || status === 422;
}
