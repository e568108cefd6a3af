import { lazy, type ComponentType } from 'react';
import { codeOutOfReach } from './api/api-problem';

type Load = () => Promise<{ default: ComponentType }>;

const loads: Record<string, Load> = {
  '/': () => import('./pages/home/home'),
  '/create': () => import('./pages/create/create'),
  '/library': () => import('./pages/library/library'),
  '/episodes/:id': () => import('./pages/episode/episode'),
  '/runs': () => import('./pages/runs/runs'),
  '/runs/:id': () => import('./pages/runs/run'),
  '/settings': () => import('./pages/settings/settings'),
};

/** The pages by their addresses. The code of each is fetched when it is first shown. */
export const routes = Object.entries(loads).map(([path, load]) => {
  async function fetchCode(): ReturnType<Load> {
    try {
      return await load();
    } catch (error) {
      throw codeOutOfReach(error);
    }
  }
  return { path, load: fetchCode, Page: lazy(fetchCode) as ComponentType };
});

/**
 * Fetches the code of the page at that address, so that it is what is drawn first: a place holder would stay for the
 * 300 ms that React leaves between two such changes. A failure to fetch it is reported when the page is shown.
 */
export async function loadPage(address: string): Promise<void> {
  const [, place = '', id = ''] = address.split('/');
  const path = id === '' ? `/${place}` : `/${place}/:id`;
  const route = routes.find((route) => route.path === path);
  try {
    if (route !== undefined) route.Page = (await route.load()).default;
  } catch {
    // The page tries once more, and says why there is nothing to show.
  }
}

/** Fetches the code of all other pages, so that going there takes no time, and no connection. */
export function loadOthers(): void {
  if (!navigator.onLine) return;
  for (const { load } of routes) void load().catch(() => undefined);
}
