import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { closeServer, listen } from '../../platform/lifecycle.js';
import type { LocalStack } from '../../stack/index.js';
import { launchChromium } from '../support/chromium.js';
import { startStandInStack } from '../support/local-stacks.js';
import { withTemporal } from '../support/servers-of-stacks.js';
import { isolatedConfig, openTemporaryFolder, removeStackData } from '../support/test-servers.js';

const victim = 'victim';
const newcomer = 'made-by-a-page';
const workflows = '/api/v1/namespaces/default/workflows';

describe('the Temporal Web UI of a local stack, in a browser', function () {
  this.timeout(120_000);
  let folder: string;
  let stack: LocalStack;
  let ports: Record<string, number>;
  let browser: Browser;
  let elsewhere: { server: Server; port: number };

  before(async () => {
    folder = await openTemporaryFolder('aethercast ui ');
    stack = await startStandInStack(isolatedConfig(path.join(folder, 'data')));
    ports = JSON.parse(await readFile(path.join(folder, 'data', 'ports.json'), 'utf8')) as typeof ports;
    await withTemporal(stack.temporalAddress, ({ workflow }) =>
      workflow.start('nothing', { taskQueue: 'nobody', workflowId: victim }),
    );
    elsewhere = await listen(
      (_request, response) => response.setHeader('Content-Type', 'text/html').end('<h1>A page</h1>'),
      '127.0.0.1',
      0,
    );
    browser = await launchChromium(['--host-resolver-rules=MAP evil.example 127.0.0.1']);
  });
  after(async () => {
    await browser.close();
    await closeServer(elsewhere.server, 0);
    await stack.stop();
    await removeStackData(isolatedConfig(path.join(folder, 'data')));
    await rm(folder, { recursive: true, force: true });
  });

  it('shows the workflows', async () => {
    const page = await browser.newPage();
    await page.goto(`${stack.temporalUiUrl}/namespaces/default/workflows`);
    await page.getByText(victim).first().waitFor();
    await page.close();
  });

  it('answers no page that has its own name resolve to this machine', async () => {
    const page = await browser.newPage();
    const refused = await page.goto(`http://evil.example:${ports['temporal-ui']}/`);
    assert.equal(refused?.status(), 403);
    for (const name of ['temporal-own-ui', 'temporal-http', 'temporal-metrics'])
      await assert.rejects(page.goto(`http://evil.example:${ports[name]}/`), /ERR_UNSAFE_PORT/, name);
    await page.close();
  });

  it('does nothing for a page of another site, nor does any other port', async () => {
    const page = await browser.newPage();
    await page.goto(`http://evil.example:${elsewhere.port}/`);
    for (const port of Object.values(ports)) {
      for (const address of [`${workflows}/${victim}/terminate`, `${workflows}/${newcomer}`]) {
        const url = `http://127.0.0.1:${port}${address}`;
        const body = JSON.stringify({ workflowType: { name: 'nothing' }, taskQueue: { name: 'nobody' } });
        // Also answers that the page may not read have done what they do.
        await page.evaluate(
          `fetch(${JSON.stringify(url)}, { method: 'POST', mode: 'no-cors', body: ${JSON.stringify(body)} }).catch(() => undefined)`,
        );
      }
    }
    await withTemporal(stack.temporalAddress, async ({ workflow }) => {
      assert.equal((await workflow.getHandle(victim).describe()).status.name, 'RUNNING');
      await assert.rejects(workflow.getHandle(newcomer).describe(), { name: 'WorkflowNotFoundError' });
    });
    await page.close();
  });
});
