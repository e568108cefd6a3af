import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { ConfirmDialog } from '../confirm-dialog';
import { ProblemNotice } from '../problem-notice';
import { isGone } from './is-gone';

const maxCharacters = 300;

/** Asks for another title. */
export function RenameEpisode({
  episode,
  onRenamed,
  onGone,
  onClose,
}: {
  episode: Pick<Schemas['PodcastListItem'], 'podcast_id' | 'title' | 'topic'>;
  onRenamed: (title: string) => void;
  onGone: () => void;
  onClose: () => void;
}) {
  const field = useId();
  const current = episode.title ?? episode.topic;
  const [title, setTitle] = useState(current);
  const rename = useMutation({
    async mutationFn(wanted: string) {
      const params = { path: { id: episode.podcast_id } };
      await api.PATCH('/api/v1/podcasts/{id}', { params, body: { title: wanted } });
    },
    onSuccess: (_, wanted) => onRenamed(wanted),
    onError(error) {
      if (isGone(error)) onGone();
    },
  });
  const wanted = title.trim();
  function submit(): void {
    if (wanted === '' || rename.isPending) return;
    if (wanted === current) onClose();
    else rename.mutate(wanted);
  }
  return (
    <ConfirmDialog
      title="Rename the episode"
      confirm={rename.isPending ? 'Renaming…' : 'Rename'}
      keep="Keep the title"
      isHarmless
      isBusy={rename.isPending || wanted === ''}
      onConfirm={submit}
      onClose={onClose}
    >
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label htmlFor={field}>Title</label>
        <input
          id={field}
          type="text"
          autoFocus
          maxLength={maxCharacters}
          value={title}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTitle(event.target.value)}
        />
        <p className="field-hint">Files that are downloaded from now on have it, too.</p>
      </form>
      {rename.isError && !isGone(rename.error) ? (
        <ProblemNotice error={rename.error} title="The episode was not renamed." />
      ) : null}
    </ConfirmDialog>
  );
}
