import { useMe } from '../../me/me';
import { Icon } from '../../components/icon';

const says = { idle: '', saving: 'Saving…', saved: 'Saved', retrying: '', failed: '' } as const;

/** Quiet while all is well; what could not be kept says so, and what becomes of it. */
export function SavedState() {
  const { saving, prefer } = useMe();
  return (
    <>
      <p className="settings-saved quiet" role="status">
        {saving === 'saved' ? <Icon name="check" /> : null} {says[saving]}
      </p>
      {saving === 'failed' || saving === 'retrying' ? (
        <div className="notice notice-bad settings-unsaved" role="alert">
          <Icon name="warning" />
          {saving === 'retrying' ? (
            <div>
              <p className="notice-title">Your last change is not saved yet.</p>
              <p>It applies in this browser and is saved as soon as the server is available.</p>
            </div>
          ) : (
            <div>
              <p className="notice-title">Your last change is not saved.</p>
              <p>It applies in this browser, but the server refused it.</p>
              <button type="button" className="button" onClick={() => prefer({})}>
                <Icon name="retry" /> Try again
              </button>
            </div>
          )}
        </div>
      ) : null}
    </>
  );
}
