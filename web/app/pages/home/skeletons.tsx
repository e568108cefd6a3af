import { useEffect, useState } from 'react';

const slowAfterMs = 3_000;

/** The landing view's shape until it is there. */
export function SkeletonLanding() {
  return (
    <div className="home-skeleton">
      <div className="skeleton home-skeleton-field" aria-hidden="true" />
      <div className="chips" aria-hidden="true">
        {[7, 6, 8, 6, 7, 9, 8, 6, 10].map((width, at) => (
          <span key={at} className="skeleton home-skeleton-chip" style={{ width: `${width}rem` }} />
        ))}
      </div>
      <h2>Latest topics</h2>
      <SkeletonCards what="the topics" />
    </div>
  );
}

/** Cards without content. Where they stay for long, people are told why. */
export function SkeletonCards({ what, count = 9 }: { what: string; count?: number }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="home-skeleton">
      <p role="status" className="quiet">
        {isSlow ? `Still loading ${what}: sources are read and covers are drawn.` : `Loading ${what}…`}
      </p>
      <div className="view-topic-grid" aria-hidden="true">
        {Array.from({ length: count }, (_, at) => (
          <div key={at} className="view-topic-card">
            <div className="skeleton home-skeleton-cover" />
            <div className="view-topic-text home-skeleton-text">
              <div className="skeleton skeleton-line" />
              <div className="skeleton skeleton-line" />
              <div className="skeleton skeleton-line" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
