import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { ErrorBoundary } from './parts/error-boundary';
import { Loading } from './parts/loading';
import { NotFound } from './pages/not-found';
import { Shell } from './shell';

const Home = lazy(() => import('./pages/home/home'));
const Create = lazy(() => import('./pages/create/create'));
const Episode = lazy(() => import('./pages/episode/episode'));
const Library = lazy(() => import('./pages/library/library'));
const Runs = lazy(() => import('./pages/runs/runs'));
const Run = lazy(() => import('./pages/runs/run'));
const Settings = lazy(() => import('./pages/settings/settings'));

export function App() {
  return (
    <Shell>
      <ErrorBoundary>
        <Suspense fallback={<Loading what="the page" />}>
          <Switch>
            <Route path="/" component={Home} />
            <Route path="/create" component={Create} />
            <Route path="/library" component={Library} />
            <Route path="/episodes/:id" component={Episode} />
            <Route path="/runs" component={Runs} />
            <Route path="/runs/:id" component={Run} />
            <Route path="/settings" component={Settings} />
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </Shell>
  );
}
