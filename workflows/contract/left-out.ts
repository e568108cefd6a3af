/**
 * Why a piece of a source is not said. Extraction finds the pieces of the first group, writers those of the second;
 * people read these as words, so a reason once published keeps its name.
 */
export const leftOutReasons = [
  'boilerplate',
  'hidden',
  'navigation',
  'paywall_notice',
  'consent_notice',
  'table',
  'code_block',
  'formula',
  'picture',
  'footnote',
  'reference_list',
  'front_matter',
  'deleted_text',
  'page_without_text',
  'link',

  'duplicate',
  'other_language',
  'not_speakable',
  'overlong',
  'too_short',
  'not_a_sentence',
  'about_the_text',
  'first_person',
  'question',
  'heading',
  'leans_on_left_out',
  'no_room',
] as const;

export type LeftOutReason = (typeof leftOutReasons)[number];

/**
 * A piece of a source that is not said. `text` is its beginning where it is long, `words` counts the whole. `pieces`
 * says for how many it stands where that is not one: of very many, the last ones are only counted.
 */
export type LeftOut = { reason: LeftOutReason; text: string; words: number; pieces?: number };

/** How much was left out for a reason; `in_words` is for people: "9 tables". */
export type LeftOutCount = { reason: LeftOutReason; in_words: string; pieces: number; words: number };
