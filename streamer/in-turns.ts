import { setImmediate as nextTurn } from 'node:timers/promises';

/** Between turns the event loop reads what clients sent. */
const perTurn = 250;

/** Does something for each, without holding up everything else; those that are added meanwhile get their turn too. */
export async function inTurns<T>(all: Iterable<T>, work: (each: T) => void): Promise<void> {
  let done = 0;
  for (const each of all) {
    work(each);
    done += 1;
    if (done % perTurn === 0) await nextTurn();
  }
}
