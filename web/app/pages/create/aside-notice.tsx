import { Icon } from '../../components/icon';
import type { Draft } from './draft';

/** The newest draft that no tab has open: it had to make room, or its tab was closed. */
export function AsideNotice({
  aside,
  onPutBack,
  onForget,
}: {
  aside: Draft;
  onPutBack: () => void;
  onForget: () => void;
}) {
  return (
    <div className="notice" role="status">
      <Icon name="text" />
      <div>
        <p>Your earlier draft{named(aside)} is saved.</p>
        <div className="actions">
          <button type="button" className="button" onClick={onPutBack}>
            Restore it
          </button>
          <button type="button" className="button button-link" onClick={onForget}>
            Discard it
          </button>
        </div>
      </div>
    </div>
  );
}

function named({ topic, files, links, text }: Draft): string {
  const name = topic.trim() || files[0]?.name || links[0]?.url || text.trim();
  return name === '' ? '' : ` (${name.length > 60 ? `${name.slice(0, 57)}…` : name})`;
}
