// Snippet craft (SCA): advertises a topic in a few sentences.
// Imports the shared folders and models/, and no other agent (activities/README.md).
import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import type { StepRows } from '../../db/step-rows.js';
import { findTopic } from '../../db/topics.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { countWords } from '../../platform/count-words.js';
import type {
  CraftInput,
  SnippetActivities,
  SnippetDataObject,
  TopicObject,
} from '../../workflows/contract/topics.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agents } from '../steps/agents.js';
import { agentStep } from '../steps/agent-step.js';
import { providerIntent } from '../steps/provider-intent.js';
import type { SnippetDraft, SnippetWriter } from '../models/language/snippet-writer.js';

type Deps = Pick<ActivityDeps, 'db' | 'log' | 'snippetWriter'>;

/** SCA: a topic becomes a snippet, stored in `topics_snippets`. Its picture is somebody else's work. */
export function createSnippetActivities(deps: Deps): SnippetActivities {
  return {
    async craftSnippet(input) {
      const { topic_id, snippet_id } = await craftStep(deps, input);
      return { topic_id, snippet_id };
    },
  };
}

/** The step of one topic, on record. */
export function craftStep(deps: Deps, { run, ...given }: CraftInput): Promise<SnippetDataObject> {
  const { snippetWriter: writer } = deps;
  const topicId = 'topic' in given ? given.topic.topic_id : given.topic_id;
  return agentStep(
    deps,
    {
      run,
      ...agents.snippetCraft,
      item: topicId,
      order: 2,
      input: { topic_id: topicId, writer: writer.provider, model: writer.model },
    },
    async () => {
      const topic = 'topic' in given ? given.topic : await findTopic(deps.db, topicId);
      if (topic === undefined) {
        throw new AethercastError('TDA_TOPIC_NOT_FOUND', { details: { topic_id: topicId } });
      }
      return {
        intent: providerIntent(writer, countWords(`${topic.title_suggestion} ${topic.summary}`)),
        work: async (signal: AbortSignal) => {
          const snippet = toSnippet(topic, await writer.write(topic, signal), writer);
          return {
            result: snippet,
            summary: { topic_id: topicId, snippet_id: snippet.snippet_id },
            rows: { snippet: toRow(snippet) },
          };
        },
      };
    },
  );
}

function toSnippet(topic: TopicObject, draft: SnippetDraft, writer: SnippetWriter): SnippetDataObject {
  const { title, summary, text, prompt } = draft;
  return {
    snippet_id: snippetIdOf(topic.topic_id, draft),
    topic_id: topic.topic_id,
    title,
    summary,
    text_content: text,
    cover_art_prompt: [title, ...topic.keywords.slice(0, 5)].join(', '),
    image_url: null,
    thumbnail_url: null,
    generation_timestamp: new Date().toISOString(),
    llm_model_used: writer.model,
    llm_prompt_used: prompt,
    original_topic_details_from_tda: topic,
    keywords: topic.keywords,
    audio_url: null,
  };
}

/** The same words about the same topic are the same snippet, no matter who requests them. */
function snippetIdOf(topicId: string, { title, summary, text }: SnippetDraft): string {
  const content = createHash('sha256')
    .update(JSON.stringify([title, summary, text]))
    .digest('hex');
  return uuidv5(content, topicId);
}

function toRow(snippet: SnippetDataObject): NonNullable<StepRows['snippet']> {
  return {
    id: snippet.snippet_id,
    topicId: snippet.topic_id,
    title: snippet.title,
    summary: snippet.summary,
    keywords: snippet.keywords,
    originalTopicDetails: snippet.original_topic_details_from_tda,
    llmModelUsedForSnippet: snippet.llm_model_used,
    coverArtPrompt: snippet.cover_art_prompt,
  };
}
