import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';

export type VoiceList = Schemas['VoiceList'];

/** All voices and the default ones. Voices come and go (a model is downloaded, one is added), so each page fetches them. */
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
