// The single-page app. May import web/listen and the generated API types; nothing of the server.
import '@fontsource-variable/inter-tight/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/components.css';
import './styles/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client';
import { App } from './app';
import { MeProvider } from './me/me';
import { PlayerProvider } from './player/player';
import { loadOthers, loadPage } from './routes';

/** When what is shown first has come, and nothing else is in its way. */
const quietMs = 2_000;

// Not awaited here: the code of a page imports what this module is bundled with.
void loadPage(location.pathname).then(draw);
addEventListener('load', () => setTimeout(loadOthers, quietMs));

function draw(): void {
  const place = document.getElementById('app');
  if (place === null) throw new Error('The page has no place for the app.');
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <MeProvider>
          <PlayerProvider>
            <App />
          </PlayerProvider>
        </MeProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
