// Short texts for short episodes.

/** About 140 words: an episode of nine lines. */
export function storyOf(name: string): string {
  return [
    `The lighthouse of ${name} was built in 1821 on a rock three miles from the coast.`,
    `Before it was lit, the reef of ${name} had wrecked more than forty ships in a single century.`,
    `The engineer of ${name} cut the stones so that each one locked into its neighbours.`,
    `Storms stopped the work at ${name} for most of every winter, because no boat could land.`,
    `The lamp of ${name} burned whale oil at first, and its light was seen for eighteen miles.`,
    `Three keepers lived in the tower of ${name} and changed watch every four hours.`,
    `In 1906 the people of ${name} replaced the oil lamp with a burner for paraffin vapour.`,
    `The last keeper left ${name} in 1988, when the light became automatic.`,
    `Today the tower of ${name} is run by a computer on the mainland and visited twice a year.`,
  ].join(' ');
}

export type EpisodeRequest = {
  topic: string;
  sources: { text: string }[];
  minutes: number;
  voice_params: { speaking_rate: number };
};

let requests = 0;

/**
 * A request for a short episode. Every one has a speaking rate of its own, so that no two of them share a script or a
 * line of audio ("Thank you for listening." is in all).
 */
export function requestOf(topic: string, story = storyOf('Skerry')): EpisodeRequest {
  requests += 1;
  return {
    topic,
    sources: [{ text: story }],
    minutes: 0.75,
    voice_params: { speaking_rate: 1.2 + requests / 10_000 },
  };
}
