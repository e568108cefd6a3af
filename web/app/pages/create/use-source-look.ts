import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { dataOf } from '../../api/data-of';
import type { PodcastBody } from './podcast-body';

export type Source = NonNullable<PodcastBody['sources']>[number];
export type SourceLook = Schemas['SourcePreview'];

/** What would be read of a source. It is asked for when somebody looks, and closed when the source changes. */
export function useSourceLook(source: Source) {
  // A text, since a source is another one at each render.
  const current = JSON.stringify(source);
  const [asked, setAsked] = useState<string>();
  const isOpen = asked === current;
  const query = useQuery({
    queryKey: ['source-look', current],
    enabled: isOpen,
    staleTime: Infinity,
    // Long texts are in the keys.
    gcTime: 30_000,
    retry: false,
    queryFn: async ({ signal }): Promise<SourceLook> =>
      dataOf(await api.POST('/api/v1/sources/preview', { body: JSON.parse(current) as Source, signal })),
  });
  return { ...query, isOpen, toggle: () => setAsked(isOpen ? undefined : current) };
}
