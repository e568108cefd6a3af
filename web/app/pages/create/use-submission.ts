import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { refreshEpisodes } from '../../api/refresh-episodes';
import type { Order } from './submission';
import { attend, followDesk, placeOrder, waitingNow, type Customer } from './submission-store';

/** What becomes of the order that is asked for: also of one from before the page was left and found again. */
export function useOrder(customer: Customer) {
  const queries = useQueryClient();
  const latest = useRef(customer);
  useEffect(() => {
    latest.current = customer;
  });
  useEffect(
    () =>
      attend({
        onTaken: (id) => latest.current.onTaken(id),
        onRefused: (problem) => latest.current.onRefused(problem),
      }),
    [],
  );

  async function place(order: Order): Promise<void> {
    await placeOrder(order);
    // Who waits in the Library sees it come.
    await refreshEpisodes(queries);
  }

  return { waiting: useSyncExternalStore(followDesk, waitingNow), place };
}
