import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/client';
import { toProblem } from '../../api/api-problem';
import { isWorthRetrying } from '../../api/ask-again';

export type PreviewState = 'idle' | 'loading' | 'playing';

/** One voice speaks at a time, wherever its button is. */
let silenceOther: (() => void) | undefined;

/** Plays a sample sentence of a voice. */
export function useVoicePreview(voice: string | undefined) {
  const queries = useQueryClient();
  const [state, setState] = useState<PreviewState>('idle');
  const [problem, setProblem] = useState<{ voice: string; message: string }>();
  const silence = useRef<() => void>(undefined);

  function stop(): void {
    silence.current?.();
  }

  async function play(): Promise<void> {
    if (voice === undefined) return;
    silenceOther?.();
    const audio = new Audio();
    function finish(): void {
      audio.pause();
      URL.revokeObjectURL(audio.src);
      if (silence.current !== finish) return;
      silence.current = undefined;
      if (silenceOther === finish) silenceOther = undefined;
      setState('idle');
    }
    function isMine(): boolean {
      return silence.current === finish;
    }
    silence.current = finish;
    silenceOther = finish;
    setProblem(undefined);
    setState('loading');
    try {
      const sound = await soundOf(queries, voice);
      if (!isMine()) return;
      audio.src = URL.createObjectURL(sound);
      audio.addEventListener('ended', finish);
      await audio.play();
      if (isMine()) setState('playing');
    } catch (error) {
      if (!isMine()) return;
      finish();
      setProblem({ voice, message: inWords(error) });
    }
  }

  // Choosing another voice or leaving the page ends the preview.
  useEffect(() => () => silence.current?.(), [voice]);

  return { state, problem: problem?.voice === voice ? problem?.message : undefined, play, stop };
}

/** Problems that another try does not solve, in words for listeners; the server's words are for its operator. */
const lastingProblems: Partial<Record<string, string>> = {
  ASSET_UNAVAILABLE: 'Its model is not on this server and could not be downloaded. Choose another voice.',
  VFA_ENGINE_UNAVAILABLE: 'This server cannot run its engine. Choose another voice.',
};

/** Some browsers only play right after a click; the next click finds the audio loaded. */
function inWords(error: unknown): string {
  if (error instanceof DOMException && error.name === 'NotAllowedError')
    return 'It is ready now. Press the button again.';
  if (error instanceof DOMException) return 'This browser cannot play it.';
  const { code, message } = toProblem(error);
  return lastingProblems[code] ?? message;
}

function soundOf(queries: QueryClient, voice: string): Promise<Blob> {
  return queries.query({
    queryKey: ['voice-preview', voice],
    staleTime: 5 * 60_000,
    retry: (retries, error) =>
      isWorthRetrying(error, retries, { lastingCodes: Object.keys(lastingProblems) }),
    queryFn: async () => {
      const { data } = await api.GET('/api/v1/voices/{name}/preview', {
        params: { path: { name: voice } },
        parseAs: 'blob',
      });
      if (!(data instanceof Blob)) throw new Error('The preview came without sound.');
      return data;
    },
  });
}
