import { Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { NotFound } from './pages/not-found';
import { ErrorBoundary } from './components/error-boundary';
import { Loading } from './components/loading';
import { routes } from './routes';
import { Shell } from './shell';

export function App() {
  const [path] = useLocation();
  return (
    <Shell>
      {/* What broke one page is not said of the next. */}
      <ErrorBoundary key={path}>
        <Suspense fallback={<Loading what="the page" />}>
          <Switch>
            {routes.map(({ path: place, Page }) => (
              <Route key={place} path={place} component={Page} />
            ))}
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </Shell>
  );
}
