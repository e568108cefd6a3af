import { useEffect, useRef, useState } from 'react';
import { toProblem, type ApiProblem } from '../../api/api-problem';
import { bytes } from '../../components/format';
import type { DraftFile } from './draft';
import { rest } from './rest';
import { uploadFile } from './upload-file';
import type { ChangeDraft } from './use-draft';
import { randomId } from '../../browser/random-id';

/** Of a file that is not on the server yet: how far it is, or why it does not get there. */
export type UploadState = { part: number } | { problem: string; canRetry: boolean };

/** A connection that was cut is tried again by itself; the same file again is the same upload. */
const retryDelaysMs = [500, 1_500, 4_000];

/** Uploads what is chosen, at once and beside each other, and puts the ids into the draft. */
export function useUploads(change: ChangeDraft) {
  const [states, setStates] = useState<Record<string, UploadState>>({});
  const chosen = useRef(new Map<string, { file: File; controller: AbortController }>());

  function tell(id: string, state: UploadState | undefined): void {
    setStates(({ [id]: _before, ...others }) => (state === undefined ? others : { ...others, [id]: state }));
  }

  function add(files: readonly File[]): void {
    for (const file of files) {
      const entry: DraftFile = { id: randomId(), name: file.name, bytes: file.size };
      // A file of this name whose upload was interrupted by a reload was waiting for this.
      change((draft) => ({
        ...draft,
        files: [...draft.files.filter((other) => !isInterrupted(other, file, chosen.current)), entry],
      }));
      chosen.current.set(entry.id, { file, controller: new AbortController() });
      void send(entry.id);
    }
  }

  async function send(id: string): Promise<void> {
    const found = chosen.current.get(id);
    if (found === undefined) return;
    const { file, controller } = found;
    const { signal } = controller;
    for (let attempt = 0; ; attempt += 1) {
      tell(id, { part: 0 });
      try {
        const { upload_id: uploadId } = await uploadFile(file, {
          signal,
          onProgress: (part) => tell(id, { part }),
        });
        chosen.current.delete(id);
        change((draft) => ({
          ...draft,
          files: draft.files
            .filter((other) => other.uploadId !== uploadId)
            .map((other) => (other.id === id ? { ...other, uploadId } : other)),
        }));
        tell(id, undefined);
        return;
      } catch (error) {
        if (signal.aborted) return;
        const problem = toProblem(error);
        const delay = problem.retryable ? retryDelaysMs[attempt] : undefined;
        if (delay === undefined) {
          tell(id, { problem: inWords(problem, file), canRetry: problem.retryable });
          return;
        }
        await rest(delay, signal);
        if (isRemoved(signal)) return;
      }
    }
  }

  function remove(id: string): void {
    chosen.current.get(id)?.controller.abort();
    chosen.current.delete(id);
    tell(id, undefined);
    change((draft) => ({ ...draft, files: draft.files.filter((file) => file.id !== id) }));
  }

  // Nobody waits for what is under way once the page is left.
  useEffect(() => {
    const files = chosen.current;
    return () => {
      for (const { controller } of files.values()) controller.abort();
    };
  }, []);

  const isUploading = Object.values(states).some((state) => 'part' in state);
  return { states, isUploading, add, retry: (id: string) => void send(id), remove };
}

function isInterrupted(other: DraftFile, file: File, chosen: ReadonlyMap<string, unknown>): boolean {
  return other.uploadId === undefined && other.name === file.name && !chosen.has(other.id);
}

function inWords(problem: ApiProblem, { size }: File): string {
  const { max_bytes: most } = problem.details;
  switch (problem.code) {
    case 'API_GW_UPLOAD_TOO_LARGE':
      return typeof most === 'number'
        ? `It has ${bytes(size)}; the server takes up to ${bytes(most)}.`
        : 'It is larger than the server takes.';
    case 'API_GW_UPLOAD_TYPE':
      return 'It is none of what can be read: text, Markdown, HTML, PDF or Word (docx).';
    case 'API_GW_UPLOAD_EMPTY':
      return 'It is empty.';
    case 'NETWORK':
      return navigator.onLine ? 'The connection was cut. The file is not uploaded yet.' : 'You are offline.';
    default:
      return problem.message;
  }
}

/** Asked anew: it may have been removed while this was resting. */
function isRemoved(signal: AbortSignal): boolean {
  return signal.aborted;
}
