import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';

export type VoiceList = Schemas['VoiceList'];

/** The voices, and who speaks by default. Voices come and go (a model is fetched, one is added): asked for anew by each page. */
export function useVoices() {
  return useQuery({
    queryKey: ['voices'],
    queryFn: async ({ signal }): Promise<VoiceList> => {
      const { data } = await api.GET('/api/v1/voices', { signal });
      if (data === undefined) throw new Error('The list of voices came without content.');
      return data;
    },
  });
}
