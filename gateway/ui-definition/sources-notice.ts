/** What of a discovery's faults is named. `feed` is a source's name, or the agent that could not make something. */
type Fault = { feed: string; message: string };

/** Agents, whose faults show by themselves: a snippet that is not there, a card without its cover. */
const agents = ['SCA', 'IGA'];
const maxNames = 3;

/** Says what sample texts stand in for, or which sources did not answer; null where all of them did. */
export function sourcesNotice(
  faults: readonly Fault[],
  { areSamples = false }: { areSamples?: boolean } = {},
): string | null {
  const silent = faults.filter(({ feed }) => !agents.includes(feed));
  const names = [...new Set(silent.map(({ feed }) => feed))];
  const [first] = silent;
  if (areSamples) {
    return first === undefined
      ? 'There is no news. Here are sample texts.'
      : 'News can’t be reached. Here are sample texts.';
  }
  if (first === undefined) return null;
  // The agent's name says nothing to readers.
  if (names.length === 1) return first.feed === 'TDA' ? first.message : `${first.feed}: ${first.message}`;
  const rest = names.length - maxNames;
  const named = rest > 0 ? [...names.slice(0, maxNames), `${rest} more`] : names;
  return `${names.length} sources did not answer: ${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}.`;
}
