/** Where the words come from. An upload carries where its bytes are, so that the run needs no second look-up. */
export type RequestedSource =
  | { kind: 'url'; url: string }
  | { kind: 'text'; text: string; title?: string }
  | { kind: 'upload'; upload_id: string; media_uri: string; filename?: string };

/** `speaking_rate` stands in place of the request's. */
export type RequestedSpeaker = { name: string; voice: string; speaking_rate?: number };

/** What was asked for, complete: kept in `workflow_instances.trigger_event_details_json`. */
export type PodcastRequest = {
  /** Absent: the sources speak for themselves. */
  topic?: string;
  topic_id?: string;
  sources: RequestedSource[];
  minutes: number;
  /** BCP 47 tag. */
  language: string;
  speakers: RequestedSpeaker[];
  /** Why other voices than the usual ones were cast, for a person. */
  cast_note?: string;
  /** Of the speakers without a rate of their own; 1 = the voice's own speed. */
  speaking_rate: number;
  /** Semitones. */
  pitch: number;
  persona: string;
  narrative_guidance?: string;
  /** Everybody may hear the episode, and subscribers are notified of it. */
  public?: true;
  client_id?: string;
  user_preferences?: Record<string, unknown>;
  /** What a test wants to happen, by agent; only a gateway in test mode takes it. */
  test_scenarios?: { pswa?: string; vfa?: string };
};
