import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '../../api/client';
import { againAfter } from './use-landing';

/** The categories, where there is no view that brings its own. */
export function Categories({ chosen = [] }: { chosen?: readonly string[] | undefined }) {
  const { data: names = [] } = useQuery({
    queryKey: ['categories'],
    queryFn: async ({ signal }) => (await api.GET('/api/v1/categories', { signal })).data?.categories ?? [],
    staleTime: Infinity,
    refetchInterval: ({ state }) => againAfter(state.error),
  });
  return (
    <nav aria-label="Categories">
      <ul className="chips home-categories" role="list">
        <li>
          <Link className="chip" href="/?categories=">
            All topics
          </Link>
        </li>
        {names.map((name) => (
          <li key={name}>
            <Link
              className="chip"
              href={`/?categories=${encodeURIComponent(name)}`}
              {...(chosen.includes(name) ? { 'aria-current': 'true' } : {})}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
