import { useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { Page } from '../../components/page';
import { Introduction } from './introduction';
import { Landing } from './landing';
import { MainBox } from './main-box';
import { SearchResults } from './search-results';
import './home.css';

/** Discover: what episodes could be made of. `?q=` is a search, `?categories=` what is chosen (empty: all). */
export default function Home() {
  const asked = new URLSearchParams(useSearch());
  const query = asked.get('q')?.trim() ?? '';
  const categories = asked.get('categories')?.split(',').filter(Boolean);
  const [said, say] = useState('');
  const place = useFocusOnChange(query);
  const isSearch = query !== '';
  return (
    <Page
      title={isSearch ? 'Search' : 'Discover'}
      intro="Choose a topic and listen while its episode is being made."
    >
      <Introduction />
      <MainBox key={query} query={query} />
      {/* One place says what has come; it is there before, as screen readers want it. */}
      <p className="hidden" role="status">
        {said}
      </p>
      <div ref={place} tabIndex={-1} className="home-topics">
        {isSearch ? (
          <SearchResults key={query} query={query} say={say} />
        ) : (
          <Landing categories={categories} say={say} />
        )}
      </div>
    </Page>
  );
}

/** The field or button that was used may be gone with what it was in: its user goes on at the new content. */
function useFocusOnChange(value: string) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    place.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [value]);
  return place;
}
