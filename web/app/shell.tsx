import { useEffect, useRef, useState, type SyntheticEvent, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Icon } from './components/icon';
import { ConnectionNotice } from './components/connection-notice';
import { MediaSession } from './player/media-session';
import { MiniPlayer } from './player/mini-player';
import { Shortcuts } from './player/shortcuts';

const places = [
  { path: '/', label: 'Discover' },
  { path: '/create', label: 'Create' },
  { path: '/library', label: 'Library' },
  { path: '/runs', label: 'Activity' },
  { path: '/settings', label: 'Settings' },
] as const;

/** What stays on screen whatever the page: the header, the place for the page, and the player below it. */
export function Shell({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // Whoever goes to another page with the keyboard or a screen reader starts at its beginning.
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else main.current?.focus();
  }, [path]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to content
      </a>
      <header className="topbar">
        <Link href="/" className="brand" aria-label="Aethercast, home">
          <Icon name="brand" /> <span>Aethercast</span>
        </Link>
        <nav aria-label="Main">
          {places.map(({ path: to, label }) => (
            <Link key={to} href={to} aria-current={isHere(path, to) ? 'page' : undefined}>
              {label}
            </Link>
          ))}
        </nav>
        {/* Discover has a box of its own. */}
        {path === '/' ? null : <SiteSearch />}
      </header>
      <ConnectionNotice />
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <MiniPlayer />
      <MediaSession />
      <Shortcuts />
    </div>
  );
}

function isHere(path: string, to: string): boolean {
  if (to === '/library' && path.startsWith('/episodes')) return true;
  return to === '/' ? path === '/' : path.startsWith(to);
}

/** Searches from any page: the results are the Discover page's. */
function SiteSearch() {
  const [, go] = useLocation();
  const [query, setQuery] = useState('');
  function search(event: SyntheticEvent): void {
    event.preventDefault();
    const wanted = query.trim();
    if (wanted !== '') go(`/?q=${encodeURIComponent(wanted)}`);
  }
  return (
    <form role="search" className="site-search" onSubmit={search}>
      <label className="hidden" htmlFor="site-search">
        Search topics
      </label>
      <input
        id="site-search"
        type="search"
        placeholder="Search topics"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <button type="submit" className="icon-button" aria-label="Search">
        <Icon name="search" />
      </button>
    </form>
  );
}
