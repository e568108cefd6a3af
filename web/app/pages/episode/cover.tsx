import { useState } from 'react';
import { Icon } from '../../components/icon';

/** The cover in a place of its size, which is there before it is drawn. Beside the title: it says nothing of its own. */
export function Cover({ url, isLive }: { url: string | null; isLive: boolean }) {
  const [failed, setFailed] = useState<string>();
  if (url === null || failed === url) {
    return (
      <div className={isLive ? 'episode-cover skeleton' : 'episode-cover episode-cover-none'}>
        <Icon name="brand" />
      </div>
    );
  }
  return (
    <img className="episode-cover" src={url} alt="" width={512} height={512} onError={() => setFailed(url)} />
  );
}
