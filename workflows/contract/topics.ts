// What can be made an episode of: topics, the snippets that advertise them, and the activities that find and make them.
// Pure JSON, snake_case as in the REST API.
import type { RunIdentity } from './podcast.js';

/** Where a topic was read. */
export type PotentialSource = { url: string; title: string; source_name: string };

/** A subject that several sources report on (TDA's product). */
export type TopicObject = {
  /** UUIDv5 of the address of the topic's first source: the same story keeps its id over refreshes. */
  topic_id: string;
  title_suggestion: string;
  /** At most 250 characters, cut at a word. */
  summary: string;
  keywords: string[];
  /** Best first; at least one. */
  potential_sources: PotentialSource[];
  /** 0 to 1, from recency, number of sources and match with the query. */
  relevance_score: number;
  /** ISO 8601, where the source says so. */
  publication_date?: string;
  category_suggestion: string;
  /** The feed, `news_api_org`, `searxng`, or `sample_library` when nothing else could be reached. */
  source_feed_name: string;
  /** ISO 8601. */
  timestamp_discovered: string;
  original_topic_details: Record<string, unknown>;
};

/** A short, honest advertisement of an episode that could be made (SCA's product). */
export type SnippetDataObject = {
  snippet_id: string;
  topic_id: string;
  title: string;
  summary: string;
  text_content: string;
  cover_art_prompt: string;
  /** Address in the media store; the gateway signs it. Null when no cover could be made. */
  image_url: string | null;
  /** A small one of it for lists, likewise. */
  thumbnail_url: string | null;
  /** ISO 8601. */
  generation_timestamp: string;
  llm_model_used: string;
  /** Null where no language model was asked. */
  llm_prompt_used: string | null;
  original_topic_details_from_tda: TopicObject;
  keywords: string[];
  audio_url: null;
};

/** A source that could not be used, for the diagnostics. `feed` names it to people. */
export type SourceFault = { feed: string; code: string; message: string };

/** One question to topic discovery; without words it asks for what is newest. */
export type TopicQuery = {
  /** Words, or several alternatives separated by commas. */
  query?: string;
  /** Only topics of these categories. */
  categories?: string[];
};

/** The query itself is on record; runs begun by an earlier release still bring it along. */
export type DiscoverInput = TopicQuery & {
  run: RunIdentity;
  /** Which of the plan's queries is asked. */
  at: number;
  /** 1 to 50. */
  limit: number;
  /** Topics that are not wanted again. */
  exclude_topic_ids?: string[];
  /** Nothing is waited for longer than this. */
  budget_ms: number;
  /** Default `tda`; must differ where one run discovers several times. */
  item?: string;
};
export type DiscoverResult = {
  /** Of topics that are stored. */
  topic_ids: string[];
  faults: SourceFault[];
  /** Whether any source could be asked: if not, that nothing was found says nothing. */
  answered: boolean;
};

/** TDA. Queue `harvest`. */
export interface TopicActivities {
  discoverTopics(input: DiscoverInput): Promise<DiscoverResult>;
}

/** A stored topic; runs begun by an earlier release bring it along. */
export type GivenTopic = { topic_id: string } | { topic: TopicObject };

export type CraftInput = GivenTopic & { run: RunIdentity };

/** The snippet itself is on record. */
export type CraftedSnippet = { topic_id: string; snippet_id: string };

/** SCA. Queue `language`. */
export interface SnippetActivities {
  craftSnippet(input: CraftInput): Promise<CraftedSnippet>;
}

/** `width:height`, each 1 to 32. */
export type AspectRatio = `${number}:${number}`;

/**
 * What a picture shows: the episode of a script, a snippet on record, or what the words say. Words do not go through the
 * engine, but for those that runs begun by an earlier release still ask for.
 */
export type PictureSubject = { scriptUri: string } | { snippet_id: string } | PictureWords;

export type PictureWords = {
  prompt: string;
  /** Set on the picture where the provider draws text itself. */
  title?: string;
};

export type ImageInput = PictureSubject & {
  run: RunIdentity;
  aspect_ratio?: AspectRatio;
  /** Default: as configured. */
  add_watermark?: boolean;
  /** Absent: one image per run. */
  item?: string;
};

/** Addresses in the media store; `image_url` is a PNG, `thumbnail_url` a small one of it. */
export type ImageResult = {
  image_url: string;
  thumbnail_url: string;
  model_version: string;
};

/** IGA. Queue `image`. */
export interface ImageActivities {
  generateImage(input: ImageInput): Promise<ImageResult>;
}
