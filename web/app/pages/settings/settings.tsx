import './settings.css';
import { useMe } from '../../me/me';
import { Loading } from '../../components/loading';
import { Page } from '../../components/page';
import { ProblemNotice } from '../../components/problem-notice';
import { Subscribe } from '../../components/subscribe/subscribe';
import { AppearanceSettings } from './appearance-settings';
import { CategorySettings } from './category-settings';
import { EpisodeSettings } from './episode-settings';
import { SavedState } from './saved-state';
import { SessionSettings } from './session-settings';

/** What this person prefers. Every change is kept at once; there is no button to forget. */
export default function Settings() {
  const { session, sessionError, reload, clientId } = useMe();
  return (
    <Page title="Settings" intro="Changes are saved automatically." actions={<SavedState />}>
      {session === 'loading' ? (
        <Loading what="your settings" lines={8} />
      ) : session === 'failed' ? (
        <ProblemNotice error={sessionError} title="Your settings could not be loaded." onRetry={reload} />
      ) : (
        <div className="settings" key={clientId}>
          <CategorySettings />
          <EpisodeSettings />
          <AppearanceSettings />
        </div>
      )}
      <div className="settings">
        <Subscribe />
        <SessionSettings />
      </div>
    </Page>
  );
}
