import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { dataOf } from '../../api/data-of';
import type { PodcastBody } from './podcast-body';

export type Source = NonNullable<PodcastBody['sources']>[number];
export type SourceLook = Schemas['SourcePreview'];

const restMs = 700;

/** What would be read of a source. */
export function lookOf(source: Source) {
  return queryOptions({
    queryKey: ['source-look', source],
    staleTime: Infinity,
    // Long texts are in the keys.
    gcTime: 30_000,
    retry: false,
    queryFn: async ({ signal }): Promise<SourceLook> =>
      dataOf(await api.POST('/api/v1/sources/preview', { body: source, signal })),
  });
}

/** A look at a source, taken a moment after its last change; it is shown when somebody asks, until the source changes. */
export function useSourceLook(source: Source) {
  // A text, since a source is another one at each render.
  const current = JSON.stringify(source);
  // Not the first value at once: somebody is in the middle of typing it.
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(current), restMs);
    return () => clearTimeout(timer);
  }, [current]);
  const [asked, setAsked] = useState<string>();
  const isOpen = asked === current;
  const isSettled = settled === current;
  const query = useQuery({ ...lookOf(source), enabled: isSettled || isOpen });
  return {
    ...query,
    isLooking: query.isFetching || !(isSettled || isOpen),
    isOpen,
    toggle: () => setAsked(isOpen ? undefined : current),
  };
}
