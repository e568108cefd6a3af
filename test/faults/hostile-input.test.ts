// The attack on a worker by what people may send: every text that is dear to read, and ten documents that cost far
// more to read than to send, at once. Nothing of it may take the worker from an honest episode.
import assert from 'node:assert/strict';
import { pageOfAttributes, pdfBomb } from '../fakes/hostile-documents.js';
import { completedEpisode, episode, requestEpisode } from '../support/episodes.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { WholeStack } from '../support/local-stacks.js';
import { until } from '../support/until.js';

/** A text of this size stopped a worker for a minute and a half. */
const characters = 63_000;

describe('a stack that is sent what is dear to read', function () {
  this.timeout(900_000);

  it('makes an honest episode meanwhile, and ends every hostile run by name', () =>
    WholeStack.during(async (stack) => {
      const gateway = await stack.gatewayUrl();
      const documents = [
        ...Array.from({ length: 5 }, () => pageOfAttributes()),
        ...repeated(5, pdfBomb(600)),
      ];
      const hostile = new Map<string, string | undefined>();
      for (const [at, bytes] of documents.entries()) {
        const upload_id = await uploaded(gateway, bytes, `document-${at}`);
        hostile.set(`document ${at}`, await posted(gateway, { upload_id }));
      }
      const large = Buffer.from(hostileTexts['hex']?.(4_000_000) ?? '');
      hostile.set('4 MB', await posted(gateway, { upload_id: await uploaded(gateway, large, 'large.txt') }));
      for (const [kind, textOf] of Object.entries(hostileTexts))
        hostile.set(kind, await posted(gateway, { text: `A tale of ${kind}.\n\n${textOf(characters)}` }));

      const began = performance.now();
      await completedEpisode(gateway, await requestEpisode(gateway, 1), 300_000);
      console.log(`      an honest episode beside ${hostile.size}: ${seconds(began)} s`);
      for (const [kind, id] of hostile) {
        if (id === undefined) continue;
        await until(
          `the run of "${kind}" is over`,
          async () =>
            !['pending', 'in_progress', undefined].includes((await episode(gateway, id))?.overall_status),
          600_000,
        );
        const end = await episode(gateway, id);
        console.log(`      ${kind}: ${end?.error_code ?? end?.overall_status ?? ''} (${seconds(began)} s)`);
        assert.match(end?.error_code ?? end?.overall_status ?? '', /^(completed|WCHA_|PSWA_)/, kind);
      }
    }));
});

/** The run's id; undefined when the gateway would not take it (the language of such texts is anybody's guess). */
async function posted(gateway: string, source: Record<string, string>): Promise<string | undefined> {
  const response = await fetch(`${gateway}/api/v1/podcasts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ minutes: 0.5, sources: [source] }),
  });
  const answer = (await response.json()) as { podcast_id: string };
  if (response.status === 400) return undefined;
  assert.equal(response.status, 202, JSON.stringify(answer).slice(0, 300));
  return answer.podcast_id;
}

async function uploaded(gateway: string, bytes: Buffer, name: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const response = await fetch(`${gateway}/api/v1/uploads`, { method: 'POST', body: form });
  return ((await response.json()) as { upload_id: string }).upload_id;
}

function repeated(times: number, bytes: Buffer): Buffer[] {
  // Of different bytes, or they would be one upload.
  return Array.from({ length: times }, (_, at) => Buffer.concat([bytes, Buffer.from(`%${at}\n`)]));
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(1);
}
