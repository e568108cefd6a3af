import { CancellationScope, isCancellation } from '@temporalio/workflow';
import { craft, snippetImage } from './activity-proxies.js';
import type { MadeSnippet, SnippetInput } from './contract/discovery.js';
import type { ImageResult, SnippetDataObject, SourceFault } from './contract/topics.js';
import { runFailure, toFailureDetail } from './run-failure.js';

/** One topic's snippet and its picture. A picture that fails or is late is reported; the snippet counts without it. */
export async function snippetWorkflow(
  input: SnippetInput,
): Promise<{ made: MadeSnippet; fault?: SourceFault }> {
  const began = Date.now();
  const snippet = await craftSnippet(input);
  const made = { topic_id: snippet.topic_id, snippet_id: snippet.snippet_id };
  const drawn = await draw(input, snippet, input.picture_budget_ms - (Date.now() - began));
  if ('image_url' in drawn) return { made: { ...made, ...drawn } };
  return { made: { ...made, image_url: null, thumbnail_url: null }, fault: drawn };
}

async function craftSnippet({ run, topic }: SnippetInput): Promise<SnippetDataObject> {
  try {
    return await craft.craftSnippet.executeWithOptions({ activityId: `sca:${topic.topic_id}` }, [
      { run, topic },
    ]);
  } catch (error) {
    if (isCancellation(error)) throw error;
    throw runFailure(toFailureDetail(error), error);
  }
}

type Picture = Pick<ImageResult, 'image_url' | 'thumbnail_url'>;

/** The picture's addresses, or why there is none. */
async function draw(
  { run }: SnippetInput,
  snippet: SnippetDataObject,
  budgetMs: number,
): Promise<Picture | SourceFault> {
  const workflow = CancellationScope.current();
  const image = {
    run,
    prompt: snippet.cover_art_prompt,
    title: snippet.title,
    item: snippet.snippet_id,
  };
  try {
    const { image_url, thumbnail_url } = await CancellationScope.withTimeout(Math.max(1, budgetMs), () =>
      snippetImage.generateImage.executeWithOptions({ activityId: `iga:${snippet.snippet_id}` }, [image]),
    );
    return { image_url, thumbnail_url };
  } catch (error) {
    if (isCancellation(error)) {
      if (workflow.consideredCancelled) throw error;
      return {
        feed: 'IGA',
        code: 'DISCOVERY_LATE',
        message: `The picture of "${snippet.title}" was not ready in time.`,
      };
    }
    const { code, message } = toFailureDetail(error);
    return { feed: 'IGA', code, message: `The picture of "${snippet.title}": ${message}` };
  }
}
