import { summarise } from './summarise';
import type { Script } from './transcript/use-script';

/** What it is about, in a sentence or two. Its place is kept while the script is written. */
export function Summary({ script }: { script: Script | undefined }) {
  return <p className="episode-summary">{script === undefined ? null : summarise(script)}</p>;
}
