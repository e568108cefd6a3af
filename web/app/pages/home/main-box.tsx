import { useState, type ClipboardEvent, type SyntheticEvent } from 'react';
import { useLocation } from 'wouter';
import { Icon } from '../../components/icon';

/** Longer than a search may be, or of several paragraphs: a text to make an episode of. */
const maxSearch = 300;

/** The page's one box: words are searched for, a link or a text becomes the source of an episode. */
export function MainBox({ query }: { query: string }) {
  const [, go] = useLocation();
  const [value, setValue] = useState(query);
  const entered = value.trim();
  const isSource = linkIn(entered) !== undefined || entered.length > maxSearch;

  function take(text: string): void {
    const link = linkIn(text);
    if (link !== undefined) go(`/create?url=${encodeURIComponent(link)}`);
    // A text is too long for an address.
    else if (text.length > maxSearch || text.includes('\n')) go('/create', { state: { text } });
    else if (text !== '') go(`/?q=${encodeURIComponent(text)}`);
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    take(entered);
  }

  /** The box has one line, in which a pasted text would lose its paragraphs. */
  function paste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain').trim();
    if (entered !== '' || linkIn(text) !== undefined) return;
    if (text.length <= maxSearch && !text.includes('\n')) return;
    event.preventDefault();
    take(text);
  }

  return (
    <form role="search" className="home-box" onSubmit={submit}>
      <label className="hidden" htmlFor="home-box">
        Paste a link, or say what interests you
      </label>
      <input
        id="home-box"
        type="search"
        placeholder="Paste a link, or say what interests you"
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onPaste={paste}
      />
      <button type="submit" className="button">
        <Icon name={isSource ? 'spark' : 'search'} /> {isSource ? 'Make an episode' : 'Search'}
      </button>
    </form>
  );
}

/** The address that the text is, as `https://example.org/a` or `example.org/a`. */
function linkIn(text: string): string | undefined {
  if (/^https?:\/\/\S+$/i.test(text)) return text;
  return /^(www\.|[\w-]+(\.[\w-]+)+\/)\S*$/i.test(text) ? `https://${text}` : undefined;
}
