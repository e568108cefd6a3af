import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useMe } from '../../me/me';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';

/** What the Discover page is made of. */
export function CategorySettings() {
  const { preferences, prefer } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: ['categories'],
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }) => (await api.GET('/api/v1/categories', { signal })).data?.categories ?? [],
  });
  const chosen = preferences.preferred_categories;
  // What was chosen and is gone by now can still be taken back.
  const all = [...new Set([...(data ?? []), ...chosen])];

  function toggle(category: string): void {
    prefer({
      preferred_categories: chosen.includes(category)
        ? chosen.filter((other) => other !== category)
        : [...chosen, category],
    });
  }

  return (
    <section className="card settings-section" aria-labelledby="settings-categories">
      <h2 id="settings-categories">Categories</h2>
      <p className="field-hint">The Discover page shows these. Choose none to see all.</p>
      {error !== null && data === undefined ? (
        <ProblemNotice
          error={error}
          title="The categories could not be loaded."
          onRetry={() => void refetch()}
        />
      ) : data === undefined ? (
        <Loading what="the categories" lines={2} />
      ) : (
        <ul className="chips">
          {all.map((category) => (
            <li key={category}>
              <button
                type="button"
                className="chip"
                aria-pressed={chosen.includes(category)}
                onClick={() => toggle(category)}
              >
                {category}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
