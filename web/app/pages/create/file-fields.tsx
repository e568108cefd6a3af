import { useRef } from 'react';
import { bytes } from '../../components/format';
import { Icon } from '../../components/icon';
import type { DraftFile } from './draft';
import { FieldError } from './field-error';
import { fieldIds } from './podcast-body';
import { LookAtSource } from './look-at-source';
import { useFileDrop } from './use-file-drop';
import type { UploadState } from './use-uploads';

/** Documents that the episode is to be made of: chosen or dropped, uploaded at once. */
export function FileFields({
  files,
  states,
  maxBytes,
  onAdd,
  onRetry,
  onRemove,
}: {
  files: readonly DraftFile[];
  states: Readonly<Record<string, UploadState>>;
  /** Of one file; undefined until the server has told. */
  maxBytes: number | undefined;
  onAdd: (files: File[]) => void;
  onRetry: (id: string) => void;
  onRemove: (id: string) => void;
}) {
  const { isOver } = useFileDrop(onAdd);
  const input = useRef<HTMLInputElement>(null);
  return (
    <fieldset className="create-group">
      <legend>Files</legend>
      <div className={isOver ? 'create-drop create-drop-over' : 'create-drop'}>
        <input
          id={fieldIds.files}
          ref={input}
          className="hidden create-file-input"
          type="file"
          multiple
          accept=".txt,.md,.markdown,.html,.htm,.pdf,.docx,text/*,application/pdf"
          aria-describedby="create-files-hint"
          onChange={({ target }) => {
            onAdd([...(target.files ?? [])]);
            // The same file can be chosen again after it was removed.
            target.value = '';
          }}
        />
        <label htmlFor={fieldIds.files} className="button">
          <Icon name="file" /> Choose files
        </label>
        <p className="field-hint" id="create-files-hint">
          {isOver
            ? 'Drop to add them.'
            : `Or drop them here. Text, Markdown, HTML, PDF or Word (docx)${maxBytes === undefined ? '' : `, up to ${bytes(maxBytes)} each`}.`}
        </p>
      </div>
      <FieldError field={fieldIds.files} />
      {files.length === 0 ? null : (
        <ul className="create-files" aria-label="Files of this episode">
          {files.map((file) => (
            <FileRow
              key={file.id}
              file={file}
              state={states[file.id]}
              onRetry={() => onRetry(file.id)}
              onRemove={() => {
                onRemove(file.id);
                input.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

function FileRow({
  file,
  state,
  onRetry,
  onRemove,
}: {
  file: DraftFile;
  state: UploadState | undefined;
  onRetry: () => void;
  onRemove: () => void;
}) {
  const problem = problemOf(file, state);
  return (
    <li className="create-source">
      <div className="create-file">
        <Icon name={problem === undefined ? 'file' : 'warning'} />
        <div className="create-file-about">
          <p className="create-file-name">{file.name}</p>
          {state !== undefined && 'part' in state ? (
            <progress max={1} value={state.part} aria-label={`Uploading ${file.name}`} />
          ) : (
            <p className={problem === undefined ? 'field-hint' : 'field-error'} role="status">
              {problem ?? (file.bytes === 0 ? 'Uploaded' : `${bytes(file.bytes)}, uploaded`)}
            </p>
          )}
          <FieldError field={fieldIds.file(file.id)} />
        </div>
        {state !== undefined && 'problem' in state && state.canRetry ? (
          <button type="button" className="button" onClick={onRetry}>
            <Icon name="retry" /> Try again
          </button>
        ) : null}
        <button
          type="button"
          id={fieldIds.file(file.id)}
          className="icon-button"
          aria-label={`Remove ${file.name}`}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
      {file.uploadId === undefined ? null : (
        <LookAtSource source={{ upload_id: file.uploadId }} name={file.name} />
      )}
    </li>
  );
}

/** A browser keeps no files over a reload, so what had not arrived by then has to be chosen once more. */
function problemOf({ uploadId }: DraftFile, state: UploadState | undefined): string | undefined {
  if (state !== undefined) return 'problem' in state ? state.problem : undefined;
  return uploadId === undefined ? 'The upload was interrupted. Choose the file again.' : undefined;
}
