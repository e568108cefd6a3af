import { useEffect, useState } from 'react';
import { Icon } from '../../../components/icon';
import { copyText } from './copy-text';

const shownMs = 2_000;

/** Copies a line, and says so for a moment. */
export function CopyButton({ text, tabIndex }: { text: string; tabIndex: number }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  async function copy(): Promise<void> {
    setSaid((await copyText(text)) ? 'Copied' : 'Not copied');
  }
  return (
    <>
      <button
        type="button"
        className="transcript-copy"
        aria-label="Copy this line"
        title="Copy this line"
        tabIndex={tabIndex}
        onClick={() => void copy()}
      >
        <Icon name={said === 'Copied' ? 'check' : 'copy'} />
      </button>
      <span role="status" className="small quiet">
        {said}
      </span>
    </>
  );
}
