import { CancellationScope, isCancellation } from '@temporalio/workflow';
import { craft, snippetImage } from './activity-proxies.js';
import { lateFault, type MadeSnippet, type SnippetFault, type SnippetInput } from './contract/discovery.js';
import type { CraftedSnippet, ImageResult } from './contract/topics.js';
import { runFailure, toFailureDetail } from './run-failure.js';

/** One topic's snippet and its picture. A picture that fails or is late is reported; the snippet counts without it. */
export async function snippetWorkflow(
  input: SnippetInput,
): Promise<{ made: MadeSnippet; fault?: SnippetFault }> {
  const began = Date.now();
  const snippet = await craftSnippet(input);
  const made = { topic_id: snippet.topic_id, snippet_id: snippet.snippet_id };
  const drawn = await draw(input, snippet, input.picture_budget_ms - (Date.now() - began));
  if ('image_url' in drawn) return { made: { ...made, ...drawn } };
  return { made: { ...made, image_url: null, thumbnail_url: null }, fault: drawn };
}

async function craftSnippet({ run, ...given }: SnippetInput): Promise<CraftedSnippet> {
  const topic_id = 'topic' in given ? given.topic.topic_id : given.topic_id;
  try {
    return await craft.craftSnippet.executeWithOptions({ activityId: `sca:${topic_id}` }, [
      'topic' in given ? { run, topic: given.topic } : { run, topic_id },
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
  { topic_id, snippet_id }: CraftedSnippet,
  budgetMs: number,
): Promise<Picture | SnippetFault> {
  const workflow = CancellationScope.current();
  const image = { run, snippet_id, item: snippet_id };
  try {
    const { image_url, thumbnail_url } = await CancellationScope.withTimeout(Math.max(1, budgetMs), () =>
      snippetImage.generateImage.executeWithOptions({ activityId: `iga:${snippet_id}` }, [image]),
    );
    return { image_url, thumbnail_url };
  } catch (error) {
    if (isCancellation(error)) {
      if (workflow.consideredCancelled) throw error;
      return lateFault('IGA', topic_id);
    }
    const { code, message, step } = toFailureDetail(error);
    return { feed: 'IGA', code, message, topic_id, ...(step === undefined ? {} : { step }) };
  }
}
