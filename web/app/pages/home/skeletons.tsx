import { useEffect, useState } from 'react';

const slowAfterMs = 3_000;

/** The landing view's shape until it is there. */
export function SkeletonLanding() {
  return (
    <div className="home-skeleton">
      <div className="chips home-categories" aria-hidden="true">
        {[5.5, 6.6, 4.6, 5.3, 5.2, 9.3, 8.2, 6.2, 11.6].map((width, at) => (
          <span key={at} className="skeleton home-skeleton-chip" style={{ width: `${width}rem` }} />
        ))}
      </div>
      <SkeletonCards what="the topics" heading="Topics" />
    </div>
  );
}

/** Cards without content, under the heading of what is to come. If they stay for long, a text says why. */
export function SkeletonCards({
  what,
  heading,
  count = 9,
}: {
  what: string;
  heading?: string;
  count?: number;
}) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="home-skeleton">
      {/* In one line with the heading: what comes takes the same room. */}
      <div className="home-skeleton-head">
        {heading === undefined ? null : <h2>{heading}</h2>}
        <p role="status" className="quiet small">
          {isSlow ? `Still loading ${what}: reading sources and drawing covers.` : `Loading ${what}…`}
        </p>
      </div>
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
