import { useState } from 'react';
import { keep, kept } from '../../browser/browser-storage';
import { Icon } from '../../components/icon';

const place = 'introduced';

/** Introduces the product to first-time visitors, until they close it. */
export function Introduction() {
  const [isNew, setNew] = useState(() => kept(place) === undefined);
  if (!isNew) return null;

  function close(): void {
    setNew(false);
    keep(place, 'yes');
    document.getElementById('main')?.focus();
  }

  return (
    <aside className="home-introduction" aria-label="About Aethercast">
      <Icon name="spark" />
      <p>
        Aethercast turns any topic into a podcast episode: an AI reads the sources, writes and speaks the
        script, and draws the cover. Every line names its source.
      </p>
      <button type="button" className="icon-button" aria-label="Close the introduction" onClick={close}>
        <Icon name="close" />
      </button>
    </aside>
  );
}
