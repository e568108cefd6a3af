import { useMe } from '../../me/me';
import { Icon } from '../../parts/icon';

const says = { idle: '', saving: 'Saving…', saved: 'Saved', failed: '' } as const;

/** Quiet while all is well; what could not be kept says so and can be tried again. */
export function SavedState() {
  const { saving, prefer } = useMe();
  return (
    <>
      <p className="settings-saved quiet" role="status">
        {saving === 'saved' ? <Icon name="check" /> : null} {says[saving]}
      </p>
      {saving === 'failed' ? (
        <div className="notice notice-bad settings-unsaved" role="alert">
          <Icon name="warning" />
          <div>
            <p className="notice-title">Your last change is not saved.</p>
            <p>It holds on this page. The server could not keep it.</p>
            <button type="button" className="button" onClick={() => prefer({})}>
              <Icon name="retry" /> Save again
            </button>
          </div>
        </div>
      ) : null}
    </>
  );
}
