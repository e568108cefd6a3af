import { createContext, use } from 'react';
import type { ViewHost } from './run-actions';

export const HostContext = createContext<ViewHost | undefined>(undefined);

export function useViewHost(): ViewHost {
  const host = use(HostContext);
  if (host === undefined) throw new Error('useViewHost outside of UiView');
  return host;
}
