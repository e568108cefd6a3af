/** Grey shapes while something loads. Screen readers hear one sentence. */
export function Loading({ what, lines = 3 }: { what: string; lines?: number }) {
  return (
    <div className="loading" role="status">
      <span className="hidden">Loading {what}.</span>
      {Array.from({ length: lines }, (_, at) => (
        <div key={at} className="skeleton skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
