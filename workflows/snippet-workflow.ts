import { CancellationScope, isCancellation } from '@temporalio/workflow';
import { craft, snippetImage } from './activity-options.js';
import type { MadeSnippet, SnippetInput } from './contract/discovery.js';
import type { SnippetDataObject, SourceFault } from './contract/topics.js';
import { runFailure, toFailureDetail } from './run-failure.js';

/** One topic's snippet and its picture. A picture that fails or is late is told of; the snippet stands without it. */
export async function snippetWorkflow(
  input: SnippetInput,
): Promise<{ made: MadeSnippet; fault?: SourceFault }> {
  const began = Date.now();
  const snippet = await craftSnippet(input);
  const made = { topic_id: snippet.topic_id, snippet_id: snippet.snippet_id };
  const drawn = await draw(input, snippet, input.picture_budget_ms - (Date.now() - began));
  if (typeof drawn === 'string') return { made: { ...made, image_url: drawn } };
  return { made: { ...made, image_url: null }, fault: drawn };
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

/** The picture's address, or why there is none. */
async function draw(
  { run }: SnippetInput,
  snippet: SnippetDataObject,
  budgetMs: number,
): Promise<string | SourceFault> {
  const workflow = CancellationScope.current();
  const image = {
    run,
    prompt: snippet.cover_art_prompt,
    title: snippet.title,
    item: snippet.snippet_id,
  };
  try {
    const { image_url } = await CancellationScope.withTimeout(Math.max(1, budgetMs), () =>
      snippetImage.generateImage.executeWithOptions({ activityId: `iga:${snippet.snippet_id}` }, [image]),
    );
    return image_url;
  } catch (error) {
    if (isCancellation(error)) {
      if (workflow.consideredCancelled) throw error;
      return lateFault(`The picture of "${snippet.title}"`);
    }
    const { code, message } = toFailureDetail(error);
    return { feed: 'IGA', code, message: `The picture of "${snippet.title}": ${message}` };
  }

  function lateFault(what: string): SourceFault {
    return { feed: 'IGA', code: 'DISCOVERY_LATE', message: `${what} was not ready in time.` };
  }
}
