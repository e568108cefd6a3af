import { useRef, useState, type ClipboardEvent } from 'react';
import { Icon } from '../../components/icon';
import { fullUrl, type Draft } from './draft';
import { FieldError, useFieldError } from './field-error';
import { fieldIds } from './podcast-body';
import { LookAtSource } from './look-at-source';
import type { ChangeDraft } from './use-draft';
import { randomId } from '../../browser/random-id';

/** Pages that the episode is to be made of. Several addresses pasted at once become several rows. */
export function LinkFields({ draft, change }: { draft: Draft; change: ChangeDraft }) {
  const button = useRef<HTMLButtonElement>(null);
  const [freshId, setFreshId] = useState<string>();

  function setAll(links: Draft['links']): void {
    change((before) => ({ ...before, links }));
  }

  function add(): void {
    const id = randomId();
    setFreshId(id);
    setAll([...draft.links, { id, url: '' }]);
  }

  function remove(id: string): void {
    setAll(draft.links.filter((link) => link.id !== id));
    button.current?.focus();
  }

  function pasteAll(event: ClipboardEvent, id: string): void {
    const urls = event.clipboardData
      .getData('text')
      .split(/\s+/)
      .filter((part) => part !== '');
    if (urls.length < 2 || !urls.every((url) => /^https?:/i.test(url))) return;
    event.preventDefault();
    const at = draft.links.findIndex((link) => link.id === id);
    setAll(draft.links.toSpliced(at, 1, ...urls.map((url) => ({ id: randomId(), url }))));
  }

  return (
    <fieldset className="create-group">
      <legend>Links</legend>
      {draft.links.map((link, at) => (
        <LinkRow
          key={link.id}
          label={`Link ${at + 1}`}
          link={link}
          isFresh={freshId === link.id}
          onPaste={(event) => pasteAll(event, link.id)}
          onRemove={() => remove(link.id)}
          onChange={(url) =>
            setAll(draft.links.map((other) => (other.id === link.id ? { ...other, url } : other)))
          }
        />
      ))}
      <FieldError field={fieldIds.links} />
      <button type="button" className="button create-add" id={fieldIds.links} ref={button} onClick={add}>
        <Icon name="link" /> {draft.links.length === 0 ? 'Add a link' : 'Add another link'}
      </button>
    </fieldset>
  );
}

function LinkRow({
  label,
  link: { id, url },
  isFresh,
  onPaste,
  onRemove,
  onChange,
}: {
  label: string;
  link: Draft['links'][number];
  /** Just added: the person goes on typing there. */
  isFresh: boolean;
  onPaste: (event: ClipboardEvent) => void;
  onRemove: () => void;
  onChange: (url: string) => void;
}) {
  const field = fieldIds.link(id);
  const error = useFieldError(field);
  return (
    <div className="field">
      <label className="hidden" htmlFor={field}>
        {label}
      </label>
      <div className="create-row">
        <input
          id={field}
          type="url"
          inputMode="url"
          autoComplete="off"
          autoFocus={isFresh}
          maxLength={2_048}
          placeholder="https://"
          value={url}
          aria-invalid={error.isInvalid}
          aria-describedby={error.describedBy}
          onPaste={onPaste}
          onChange={({ target }) => onChange(target.value)}
          onBlur={() => onChange(fullUrl(url))}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={`Remove ${label.toLowerCase()}`}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
      <FieldError field={field} />
      {/^https?:\/\/[^/]*\./i.test(fullUrl(url)) ? (
        <LookAtSource source={{ url: fullUrl(url) }} name={label.toLowerCase()} />
      ) : null}
    </div>
  );
}
