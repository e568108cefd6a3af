import { defined } from '../../platform/defined.js';
import { pitchFactor } from '../../voices/voice-limits.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';

/** How an episode is spoken, in the units of the API. */
export type Prosody = {
  /** 1 is the voices' own speed. */
  speakingRate: number;
  /** Semitones. */
  pitch: number;
  /** By name: speakers who have a rate of their own. */
  ownRates: ReadonlyMap<string, number>;
  /** What a test wants to happen. */
  scenario?: string;
};

export function prosodyOf({ speaking_rate, pitch, speakers, test_scenarios }: PodcastRequest): Prosody {
  const ownRates = speakers.flatMap(({ name, speaking_rate: own }) =>
    own === undefined ? [] : [[name, own] as const],
  );
  const scenario = test_scenarios?.vfa;
  return {
    speakingRate: speaking_rate,
    pitch,
    ownRates: new Map(ownRates),
    ...defined({ scenario }),
  };
}

/** The speed of one speaker. */
export function rateOf({ speakingRate, ownRates }: Prosody, speaker: string): number {
  return ownRates.get(speaker) ?? speakingRate;
}

/** The prosody of a line of that speaker. */
export function lineProsody(prosody: Prosody, speaker: string): { rate: number; pitch: number } {
  return { rate: rateOf(prosody, speaker), pitch: pitchFactor(prosody.pitch) };
}
