import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { UiComponent } from '../../gateway/ui-definition/ui-schema.js';
import { forgive } from '../support/browser.js';
import { browserSuite } from '../support/browser-suite.js';
import type { WatchedPage } from '../support/chromium.js';
import { streamedWorld } from '../support/service-processes.js';
import { createWorld, type World } from '../support/world.js';
import { until } from '../support/until.js';

const snippet = { snippet_id: 's1', topic_id: 't1', title: 'A title', summary: 'A summary.' };

describe('the renderer of UI definitions', function () {
  this.timeout(60_000);
  const suite = browserSuite();
  let world: World;
  let watched: WatchedPage;
  let page: Page;

  before(async () => {
    ({ world } = await streamedWorld(suite, (env) => createWorld({ workers: false, env })));
  });
  beforeEach(async () => {
    watched = await suite.open();
    ({ page } = watched);
  });

  it('shows text as text, whatever it looks like', async () => {
    const title = '<img src=x onerror=alert(1)> {view.context_data.secret} javascript:alert(1)';
    await show([{ type: 'text', props: { content: 'It says: {view.context_data.title}' } }], {
      title,
      secret: 'secret',
    });
    await page.getByText(`It says: ${title}`).waitFor();
  });

  it('shows nothing of a component that it does not know, tells developers once, and shows the rest', async () => {
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    const unknown = { type: 'hologram', props: { content: 'Nobody sees this' } } as unknown as UiComponent;
    await show([unknown, { type: 'text', props: { content: 'The rest' } }, unknown]);
    await page.getByText('The rest').waitFor();
    assert.equal(await page.getByText('Nobody sees this').count(), 0);
    assert.deepEqual(
      warnings.filter((warning) => warning.includes('hologram')),
      ['The view has a component of a type that this page does not know: hologram.'],
    );
  });

  it('tells developers of a dialog that is asked for: there is none in this page', async () => {
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await show([button('More', { action_type: 'SHOW_MODAL', modal_id: 'more' })]);
    await page.getByRole('button', { name: 'More' }).click();
    await until('it is told', () => warnings.some((warning) => warning.includes('more')));
    assert.deepEqual(
      warnings.filter((warning) => warning.includes('dialog')),
      ['The view has a call for a dialog that this page does not have: more.'],
    );
  });

  it('asks and goes to no other site, and takes no look from one', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const actions = ['//evil.example/api/', 'https://evil.example/api/', '/api/../\\evil.example/'];
    await show([
      { type: 'image', props: { src: 'https://evil.example/x.png', alt_text: 'evil' } },
      {
        type: 'text',
        props: {
          content: 'End',
          style: {
            backgroundColor: 'url(https://evil.example/y.png)',
            cursor: 'url(//evil.example/z), auto',
          },
        },
      },
      ...actions.flatMap((address, at): UiComponent[] => [
        button(`Call ${at}`, { action_type: 'API_CALL', endpoint: address, method: 'GET' }),
        button(`Go ${at}`, { action_type: 'NAVIGATE', target_path: address }),
      ]),
    ]);
    await page.getByText('End').waitFor();
    for (const control of await page.getByRole('button', { name: /^(Call|Go) / }).all())
      await control.click();
    assert.equal(new URL(page.url()).origin, new URL(world.url).origin);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(world.url)),
      [],
    );
    assert.equal(await page.getByRole('img').count(), 0);
  });

  it('does what a view asks for: conditions, fields, updates, events in a call’s answer', async () => {
    await page.route('**/api/v1/runs', (route) => route.fulfill({ json: { found: { name: 'it' } } }));
    await show(
      [
        { type: 'input_field', props: { bind_to_context: 'word', label: 'Word' } },
        {
          type: 'text',
          visibility_condition: "view.context_data.word == 'open' && !view.context_data.closed",
          props: { content: 'Said {view.context_data.word}, found {view.context_data.found}.' },
        },
        {
          type: 'button',
          props: {
            label: 'Find',
            disabled_condition: '!view.context_data.word',
            events: {
              onClick: {
                action_type: 'API_CALL',
                endpoint: '/api/v1/runs',
                method: 'GET',
                response_actions: [
                  {
                    action_type: 'UPDATE_CONTEXT_DATA',
                    updates: { found: '{response.found.name}' },
                    trigger_rerender: true,
                  },
                ],
              },
            },
          },
        },
      ],
      { word: '', closed: false },
    );
    const find = page.getByRole('button', { name: 'Find' });
    assert.equal(await find.isDisabled(), true);
    await page.getByLabel('Word').fill('open');
    await page.getByText('Said open, found .').waitFor();
    await find.click();
    await page.getByText('Said open, found it.').waitFor();
  });

  it('sends each POST under the key of its draft, again after a fault, anew after its answer', async () => {
    const sent: { key: string; topic: unknown }[] = [];
    const answers = [503, 202, 202, 400, 202];
    await page.route('**/api/v1/podcasts', async (route) => {
      const { topic_id: topic } = route.request().postDataJSON() as { topic_id: unknown };
      sent.push({ key: route.request().headers()['idempotency-key'] ?? '', topic });
      const status = answers.shift() ?? 500;
      await route.fulfill({ status, json: { message: 'The order is odd.', error_code: 'ODD' } });
    });
    await show([orderOf('t1'), orderOf('t2')]);
    await page.getByRole('button', { name: 'Order t1' }).click();
    await until('asked again after the fault', () => sent.length === 2);
    await settled('Order t1');
    await page.getByRole('button', { name: 'Order t1' }).click();
    await until('asked anew', () => sent.length === 3);
    await page.getByRole('button', { name: 'Order t2' }).click();
    await page.getByRole('alert').getByText('The order is odd.').waitFor();
    await page.getByRole('button', { name: 'Order t2' }).click();
    await until('asked once more', () => sent.length === 5);
    const [first, again, anew, other, otherAgain] = sent.map(({ key }) => key);
    assert.equal(first, again);
    assert.notEqual(anew, first);
    assert.equal(other, otherAgain);
    assert.notEqual(other, anew);
    assert.deepEqual(
      sent.map(({ topic }) => topic),
      ['t1', 't1', 't1', 't2', 't2'],
    );
    forgive(watched, 503);
    forgive(watched, 400);
  });

  /** The landing view as the gateway would send it, with these components. */
  async function show(children: UiComponent[], context: Record<string, unknown> = {}): Promise<void> {
    const json = {
      view_id: 'landingPage',
      schema_version: '1.0',
      context_data: { snippets: [snippet], ...context },
      root_component: { type: 'container', children },
    };
    await page.route('**/api/v1/ui/view/landingPage*', (route) => route.fulfill({ json }));
    await page.goto(world.url);
  }

  async function settled(name: string): Promise<void> {
    const control = page.getByRole('button', { name });
    await until(`${name} is at rest`, async () => (await control.getAttribute('aria-busy')) === 'false');
  }
});

function button(label: string, onClick: object): UiComponent {
  return { type: 'button', props: { label, events: { onClick } } } as UiComponent;
}

function orderOf(topic: string): UiComponent {
  return button(`Order ${topic}`, {
    action_type: 'API_CALL',
    endpoint: '/api/v1/podcasts',
    method: 'POST',
    payload_template: { topic_id: topic },
  });
}
