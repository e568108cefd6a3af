/** One line of the episode as the script has it, and what was said where the words differ. */
export type EpisodeLine = { seq: number; speaker: string; text: string; said?: string; frames: number };

/** A section of the script and the `seq` of its first line. */
export type EpisodeSection = { title: string; firstSeq: number };

/** One line's audio on its way into the file. */
export type EpisodeSegment = {
  /** Position in the episode, from 0. */
  seq: number;
  /** Frames and SHA-256 as recorded when it was forged; the bytes are held against both. */
  frames: number;
  sha256: string;
  mp3: Uint8Array;
};

/** What the tag says. Everything in it must be stable, or equal audio would make unequal files. */
export type EpisodeMeta = {
  title: string;
  /** The speakers, or the show's host. */
  artist: string;
  /** The show. */
  album: string;
  /** `YYYY-MM-DD`: when the episode was asked for, not when it was assembled. */
  date: string;
  /** BCP 47 tag. */
  language: string;
  sections: EpisodeSection[];
  /** The front cover, a PNG or JPEG file. */
  cover?: Buffer;
};
