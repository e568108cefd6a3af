import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { toProblem, type ApiProblem } from '../../api/api-problem';
import { api } from '../../api/client';
import { askAgain } from '../../api/ask-again';
import { dataOf } from '../../api/data-of';
import { bytes } from '../../components/format';
import type { DraftFile } from './draft';
import { unreadableKind } from './source-problem';
import { uploadFile } from './upload-file';
import type { ChangeDraft } from './use-draft';
import { randomId } from '../../browser/random-id';

/** A file that is not on the server yet: how much of it has arrived (0 to 1), or why it did not. */
export type UploadState = { part: number } | { problem: string; canRetry: boolean };

/** Uploads chosen files at once, in parallel, and puts their ids into the draft. */
export function useUploads(change: ChangeDraft) {
  const [states, setStates] = useState<Record<string, UploadState>>({});
  const { data: limits } = useQuery(uploadLimits);
  const chosen = useRef(new Map<string, { file: File; controller: AbortController }>());

  function setState(id: string, state: UploadState | undefined): void {
    setStates(({ [id]: _before, ...others }) => (state === undefined ? others : { ...others, [id]: state }));
  }

  function add(files: readonly File[]): void {
    for (const file of files) {
      const entry: DraftFile = { id: randomId(), name: file.name, bytes: file.size };
      // Replaces a file of this name whose upload a reload has interrupted.
      change((draft) => ({
        ...draft,
        files: [...draft.files.filter((other) => !isInterrupted(other, file, chosen.current)), entry],
      }));
      const refusal = refusalOf(file, limits?.max_bytes);
      if (refusal !== undefined) {
        setState(entry.id, { problem: refusal, canRetry: false });
        continue;
      }
      chosen.current.set(entry.id, { file, controller: new AbortController() });
      void send(entry.id);
    }
  }

  async function send(id: string): Promise<void> {
    const found = chosen.current.get(id);
    if (found === undefined) return;
    const { file, controller } = found;
    const { signal } = controller;
    function show(part: number): void {
      setState(id, { part });
    }
    show(0);
    try {
      // The server recognises the same file: sent again, it is the same upload.
      const { upload_id: uploadId } = await askAgain(() => uploadFile(file, { signal, onProgress: show }), {
        signal,
        onRetry: () => show(0),
      });
      chosen.current.delete(id);
      change((draft) => ({
        ...draft,
        files: draft.files
          .filter((other) => other.uploadId !== uploadId)
          .map((other) => (other.id === id ? { ...other, uploadId } : other)),
      }));
      setState(id, undefined);
    } catch (error) {
      if (signal.aborted) return;
      const problem = toProblem(error);
      setState(id, { problem: inWords(problem, file), canRetry: problem.retryable });
    }
  }

  function remove(id: string): void {
    chosen.current.get(id)?.controller.abort();
    chosen.current.delete(id);
    setState(id, undefined);
    change((draft) => ({ ...draft, files: draft.files.filter((file) => file.id !== id) }));
  }

  // Leaving the page ends the uploads.
  useEffect(() => {
    const files = chosen.current;
    return () => {
      for (const { controller } of files.values()) controller.abort();
    };
  }, []);

  const isUploading = Object.values(states).some((state) => 'part' in state);
  return {
    states,
    isUploading,
    maxBytes: limits?.max_bytes,
    add,
    retry: (id: string) => void send(id),
    remove,
  };
}

const uploadLimits = queryOptions({
  queryKey: ['upload-limits'],
  staleTime: Infinity,
  queryFn: async ({ signal }) => dataOf(await api.GET('/api/v1/uploads/limits', { signal })),
});

/** Why the server would refuse it, before it is sent. */
function refusalOf({ size }: File, maxBytes = Infinity): string | undefined {
  if (size === 0) return isEmpty;
  return size > maxBytes ? tooLarge(size, maxBytes) : undefined;
}

const isEmpty = 'The file is empty.';

function tooLarge(size: number, maxBytes: number): string {
  return `The file is ${bytes(size)}; the limit is ${bytes(maxBytes)}.`;
}

function isInterrupted(other: DraftFile, file: File, chosen: ReadonlyMap<string, unknown>): boolean {
  return other.uploadId === undefined && other.name === file.name && !chosen.has(other.id);
}

function inWords(problem: ApiProblem, { size }: File): string {
  const { max_bytes: most } = problem.details;
  switch (problem.code) {
    case 'API_GW_UPLOAD_TOO_LARGE':
      return typeof most === 'number' ? tooLarge(size, most) : 'The file is too large.';
    case 'API_GW_UPLOAD_TYPE':
      return unreadableKind;
    case 'API_GW_UPLOAD_EMPTY':
      return isEmpty;
    case 'NETWORK':
      return navigator.onLine
        ? 'The connection was lost, so the file is not uploaded yet.'
        : 'You are offline.';
    default:
      return problem.message;
  }
}
