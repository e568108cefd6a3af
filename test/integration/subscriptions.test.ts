import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { get } from 'node:http';
import path from 'node:path';
import { sql } from 'kysely';
import { createMailer } from '../../activities/mail/create-mailer.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { startReconciling } from '../../workers/reconcile-loop.js';
import { handOverMails } from '../../workers/hand-over-mails.js';
import { startSmtpServer, type ReceivedMail, type SmtpServer } from '../fakes/smtp-server.js';
import { assertProblem, ordered, send, type Answer } from '../support/gateway-http.js';
import { ended } from '../support/runs.js';
import { requestOf } from '../support/sources.js';
import { until } from '../support/until.js';
import { otherOwnerId } from '../support/store.js';
import { createWorld, type World } from '../support/world.js';

const publicUrl = 'https://cast.example';

describe('subscriptions', function () {
  this.timeout(120_000);
  let smtp: SmtpServer;
  let world: World;
  let people = 0;
  before(async () => {
    smtp = await startSmtpServer();
    world = await createWorld({
      env: {
        SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
        MAIL_FROM: 'Aethercast <cast@cast.example>',
        PUBLIC_URL: `${publicUrl}/`,
      },
    });
  });
  beforeEach(async () => {
    await sql`delete from subscribers`.execute(world.db);
    smtp.mails.length = 0;
  });
  afterEach(() =>
    Object.assign(smtp.moods, {
      greeting: undefined,
      rcpt: undefined,
      data: undefined,
      cutAfterData: undefined,
    }),
  );
  after(async () => {
    await world.close();
    await smtp.stop();
  });

  it('go from asking over confirming and a digest to leaving', async () => {
    const email = someone();
    assert.equal((await subscribe(email)).status, 201);
    const asking = await mailTo(email);
    assert.equal(header(asking, 'Subject'), 'Confirm your subscription to Aethercast');
    assert.equal(asking.from, 'cast@cast.example');
    const confirm = linkIn(asking, 'confirm');

    const page = await open(confirm);
    assert.deepEqual([page.status, page.headers.get('Content-Type')], [200, 'text/html; charset=utf-8']);
    assert.match(page.text, /<form method="post"><button type="submit">Subscribe<\/button>/);
    assert.equal(await isConfirmed(email), false, 'a program that follows links confirms nothing');
    assert.equal((await open(confirm, { method: 'POST' })).status, 200);
    assert.equal(await isConfirmed(email), true);
    assertProblem(await subscribe(email.toUpperCase()), 409, 'SUBSCRIBE_EMAIL_EXISTS');
    assert.equal((await open(confirm, { method: 'POST' })).status, 200, 'a second press changes nothing');

    const id = await publicEpisode('Fastnet & <b>Rock</b>');
    await episode('Nobody’s business');
    await runDigest();
    const digest = await mailTo(email, 2);
    assert.equal(header(digest, 'Subject'), '1 new episode on Aethercast');
    assert.ok(body(digest).includes(`${publicUrl}/api/v1/podcasts/${id}/audio.mp3`));
    assert.ok(body(digest).includes('Fastnet &amp; &lt;b&gt;Rock&lt;/b&gt;'), body(digest));
    assert.ok(!body(digest).includes('business'));
    assert.equal(header(digest, 'List-Unsubscribe-Post'), 'List-Unsubscribe=One-Click');
    const leave = linkIn(digest, 'unsubscribe');
    assert.equal(header(digest, 'List-Unsubscribe'), `<${leave}>`);

    await runDigest();
    assert.equal(smtp.mails.length, 2, 'nobody is told twice');
    assert.match((await open(leave)).text, /<button type="submit">Unsubscribe/);
    assert.equal(await isKnown(email), true);
    const oneClick = { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: formHeaders };
    assert.equal((await open(leave, oneClick)).status, 200);
    assert.equal(await isKnown(email), false, 'the address is forgotten');
    await publicEpisode('Longships');
    await runDigest();
    assert.equal(smtp.mails.length, 2);
    assert.equal((await open(leave, oneClick)).status, 404);
  });

  it('pages of links let nothing in, and are left alone by caches', async () => {
    const email = someone();
    await subscribe(email);
    const { headers } = await open(linkIn(await mailTo(email), 'confirm'));
    assert.match(headers.get('Content-Security-Policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
    assert.deepEqual(
      [headers.get('Cache-Control'), headers.get('Referrer-Policy')],
      ['no-store', 'same-origin'],
    );
  });

  it('a link in a mail may be followed from a mail program on the web, and its button pressed', async () => {
    const email = someone();
    await subscribe(email);
    const link = linkIn(await mailTo(email), 'confirm');
    const followed = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    };
    assert.equal(await followedStatus(link, followed), 200);
    assertProblem(await open(link, { method: 'POST', headers: followed }), 403, 'API_GW_FOREIGN_ORIGIN');
    const framed = { ...followed, 'Sec-Fetch-Dest': 'iframe' };
    assert.equal(await followedStatus(link, framed), 403);
    const pressed = { Origin: world.url, 'Sec-Fetch-Site': 'same-origin' };
    assert.equal((await open(link, { method: 'POST', headers: pressed })).status, 200);
  });

  for (const purpose of ['confirm', 'unsubscribe']) {
    it(`a ${purpose} link with a wrong token is 404, for people and for programs`, async () => {
      for (const token of ['', '?token=', `?token=${'A'.repeat(43)}`, '?token=a&token=b']) {
        const link = `${publicUrl}/api/v1/subscribe/${purpose}${token}`;
        for (const method of ['GET', 'POST']) {
          const page = await open(link, { method });
          assert.deepEqual(
            [page.status, page.headers.get('Content-Type')],
            [404, 'text/html; charset=utf-8'],
          );
          const problem = await open(link, { method, headers: { Accept: 'application/json' } });
          assertProblem(problem, 404, 'SUBSCRIBE_LINK_INVALID');
        }
      }
    });
  }

  it('a confirmation is good for 48 hours, and for nothing but confirming', async () => {
    const email = someone();
    await subscribe(email);
    const link = linkIn(await mailTo(email), 'confirm');
    const { rows } = await sql<{
      hours: number;
    }>`select round(extract(epoch from expires_at - now()) / 3600)::int as hours
      from subscriber_tokens`.execute(world.db);
    assert.equal(rows[0]?.hours, 48);
    assert.equal((await open(link.replace('/confirm', '/unsubscribe'), { method: 'POST' })).status, 404);
    await sql`update subscriber_tokens set expires_at = now()`.execute(world.db);
    assert.equal((await open(link)).status, 404);
    assert.equal((await open(link, { method: 'POST' })).status, 404);
    assert.equal(await isConfirmed(email), false);
  });

  it('no token is in the database', async () => {
    const email = someone();
    await subscribe(email);
    const token = new URL(linkIn(await mailTo(email), 'confirm')).searchParams.get('token') ?? '';
    assert.equal(Buffer.from(token, 'base64url').length, 32);
    const { rows } = await sql<{ all: string }>`select coalesce(string_agg(t::text, ''), '') || (select
      coalesce(string_agg(m::text, ''), '') from mails m) as all from subscriber_tokens t`.execute(world.db);
    assert.ok(!rows[0]!.all.includes(token));
    assert.ok(!rows[0]!.all.includes(Buffer.from(token, 'base64url').toString('hex')));
  });

  it('asking again answers the same and mails no more than once in a while, three times a day', async () => {
    const email = someone();
    const first = await subscribe(email);
    await mailTo(email);
    const again = await Promise.all(Array.from({ length: 10 }, () => subscribe(` ${email.toUpperCase()} `)));
    for (const answer of again) assert.deepEqual([answer.status, answer.text], [first.status, first.text]);
    assert.equal(await mailsOnRecord(), 1);
    for (const expected of [2, 3, 3]) {
      await sql`update mails set created_at = created_at - interval '6 minutes'`.execute(world.db);
      assert.equal((await subscribe(email)).status, 201);
      assert.equal(await mailsOnRecord(), expected);
    }
    await until('all are sent', () => smtp.mails.length === 3);
    assert.deepEqual(
      new Set(smtp.mails.flatMap(({ to }) => to)),
      new Set([email]),
      'to the address first given',
    );
  });

  it('an address that nobody confirms is forgotten after 30 days, also without digests; asking again renews them', async () => {
    const [forgotten, renewed] = [someone(), someone()];
    await subscribe(forgotten);
    await subscribe(renewed);
    await sql`update subscribers set subscribed_at = now() - interval '31 days'`.execute(world.db);
    await sql`update mails set created_at = now() - interval '31 days'`.execute(world.db);
    await subscribe(renewed);
    const { db, temporal, media } = world;
    const config = { ...world.config, DIGEST_INTERVAL_HOURS: 0, DISCOVERY_REFRESH_MINUTES: 0 };
    const stop = startReconciling({ db, temporal, media, config, log: world.deps.log }, 60_000);
    try {
      await until('the stale address is gone', async () => !(await isKnown(forgotten)));
    } finally {
      await stop();
    }
    assert.equal(await isKnown(renewed), true);
  });

  it('fifty requests at once for a new address send one mail', async () => {
    const email = someone();
    const answers = await Promise.all(Array.from({ length: 50 }, () => subscribe(email)));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
    await mailTo(email);
    assert.equal(await mailsOnRecord(), 1);
  });

  const refused: Record<string, [unknown, number, string]> = {
    'a list': [[], 400, 'SUBSCRIBE_PAYLOAD_REQUIRED'],
    'no JSON': ['{', 400, 'SUBSCRIBE_MALFORMED_JSON'],
    'an empty object': [{}, 400, 'SUBSCRIBE_EMAIL_REQUIRED'],
    'an empty address': [{ email: '' }, 400, 'SUBSCRIBE_EMAIL_REQUIRED'],
    'a number': [{ email: 7 }, 400, 'SUBSCRIBE_INVALID_EMAIL_FORMAT'],
  };
  const noAddresses = [
    'anna', '@b.example', 'anna@', 'anna@localhost', 'anna@b.e', 'a b@c.example', 'anna@b..example',
    '.anna@b.example', 'anna..b@c.example', 'anna@b@c.example', '"anna"@b.example', 'anna@[127.0.0.1]',
    'anna@b.example\r\nBcc: eve@evil.example', 'anna@b.example,eve@evil.example', 'anna@b.example>',
    'Anna <anna@b.example>', 'anna\0@b.example', 'ann\u0430@b.example', 'anna@b.example/..', 'anna@127.0.0.1',
    `${'a'.repeat(65)}@b.example`, `a@${'b'.repeat(250)}.example`,
  ]; // prettier-ignore
  for (const email of noAddresses)
    refused[JSON.stringify(email).slice(0, 60)] = [{ email }, 400, 'SUBSCRIBE_INVALID_EMAIL_FORMAT'];
  for (const [what, [given, status, code]] of Object.entries(refused)) {
    it(`${what} is ${status} ${code}`, async () => {
      assertProblem(await send(world, '/api/v1/subscribe', { body: given }), status, code);
      assert.equal(await mailsOnRecord(), 0);
    });
  }

  it('an address with a tag and a domain in another script is taken as it is', async () => {
    await subscribe('Anna.b+casts@Bücher.example');
    assert.deepEqual((await mailTo('Anna.b+casts@xn--bcher-kva.example')).to, [
      'Anna.b+casts@xn--bcher-kva.example',
    ]);
  });

  it('a database that fails is 500 SUBSCRIBE_DB_ERROR, another fault 500 SUBSCRIBE_UNEXPECTED_ERROR', async () => {
    await sql`alter table subscribers rename to elsewhere`.execute(world.db);
    try {
      assertProblem(await subscribe(someone()), 500, 'SUBSCRIBE_DB_ERROR');
    } finally {
      await sql`alter table elsewhere rename to subscribers`.execute(world.db);
    }
    const broken = new Proxy(world.db, {
      get: (db, name) => {
        if (name === 'transaction') throw new Error('nobody has named this');
        return Reflect.get(db, name) as unknown;
      },
    });
    const url = await world.openGateway({ db: broken });
    assertProblem(
      await send(world, '/api/v1/subscribe', { url, body: { email: someone() } }),
      500,
      'SUBSCRIBE_UNEXPECTED_ERROR',
    );
  });

  describe('when mails do not go out', () => {
    it('a mail server that is away for a while only delays them', async () => {
      const email = someone();
      await smtp.stop();
      assert.equal((await subscribe(email)).status, 201);
      await until('the first try has failed', async () => (await attempts()) >= 2);
      await smtp.start();
      await mailTo(email);
      await until('it is on record', async () => (await states()).join() === 'sent');
      assert.equal(smtp.mails.length, 1);
    });

    for (const [what, mood] of Object.entries({
      'is too busy to talk': { greeting: '421 Too busy' },
      'has no room right now': { rcpt: '452 Later' },
      'puts strangers off (greylisting)': { data: '451 Try again' },
    })) {
      it(`a server that ${what} is asked again`, async () => {
        Object.assign(smtp.moods, mood);
        // No connection is left from before.
        await smtp.stop();
        await smtp.start();
        const email = someone();
        await subscribe(email);
        await until('the first try has failed', async () => (await attempts()) >= 2);
        Object.assign(smtp.moods, { greeting: undefined, rcpt: undefined, data: undefined });
        await mailTo(email);
      });
    }

    it('an address that takes no mail is not tried again', async () => {
      smtp.moods.rcpt = '550 Nobody here';
      await subscribe(someone());
      await until('it is given up', async () => (await states()).join() === 'refused');
      assert.equal(smtp.mails.length, 0);
    });

    it('a mail that may have arrived goes out again under the same Message-ID, and both links work', async () => {
      smtp.moods.cutAfterData = true;
      const email = someone();
      await subscribe(email);
      await mailTo(email);
      smtp.moods.cutAfterData = false;
      await mailTo(email, 2);
      const [one, two] = smtp.mails as [ReceivedMail, ReceivedMail];
      assert.equal(header(one, 'Message-ID'), header(two, 'Message-ID'));
      for (const mail of [one, two]) assert.equal((await open(linkIn(mail, 'confirm'))).status, 200);
    });

    it('a mail that went out does not go out again because the record was away', async () => {
      let failures = 0;
      await sql`create function away() returns trigger language plpgsql as
        $$ begin raise exception 'away' using errcode = '57P03'; end $$`.execute(world.db);
      await sql`create trigger away before update on mails for each row when (new.state = 'sent')
        execute function away()`.execute(world.db);
      const email = someone();
      try {
        await subscribe(email);
        await mailTo(email);
        await until('the record failed', async () => (failures = await attempts('record')) >= 2);
      } finally {
        await sql`drop trigger away on mails`.execute(world.db);
        await sql`drop function away`.execute(world.db);
      }
      await until('it is on record', async () => (await states()).join() === 'sent');
      assert.ok(failures >= 2);
      assert.equal(smtp.mails.length, 1);
    });

    it('a mail whose workflow was never started is handed over by the next pass, once', async () => {
      const away = await world.openGateway({ temporal: awayTemporal(world) });
      const email = someone();
      const answer = await send(world, '/api/v1/subscribe', { url: away, body: { email } });
      assert.equal(answer.status, 201);
      assert.equal(smtp.mails.length, 0);
      assert.equal(await handOverMails({ ...world, log: world.deps.log }), 1);
      await mailTo(email);
      assert.equal(await handOverMails({ ...world, log: world.deps.log }), 0);
    });

    it('a mail to someone who left meanwhile is dropped', async () => {
      await smtp.stop();
      await subscribe(someone());
      await until('the first try has failed', async () => (await attempts()) >= 2);
      await sql`delete from subscribers`.execute(world.db);
      await smtp.start();
      await until('the workflow is over', async () => (await running()) === 0);
      assert.equal(smtp.mails.length, 0);
    });
  });

  describe('a digest', () => {
    it('tells of what was made public after it was finished, once, and not of what was taken back', async () => {
      const email = await subscriber();
      const late = await episode('Late');
      const back = await publicEpisode('Taken back');
      await patch(back, { public: false });
      await runDigest();
      assert.equal(smtp.mails.length, 0);
      await patch(late, { public: true });
      await runDigest();
      const digest = await mailTo(email);
      assert.ok(body(digest).includes(late) && !body(digest).includes(back));
      await patch(late, { public: false });
      await patch(late, { public: true });
      await runDigest();
      assert.equal(smtp.mails.length, 1);
    });

    it('goes to nobody who has not confirmed, and tells nobody of what was there before', async () => {
      await publicEpisode('Before');
      await sql`insert into subscribers (email, lookup_email, digested_until) values ('a@b.example', 'a@b.example', 'epoch')`.execute(
        world.db,
      );
      await subscriber();
      await runDigest();
      assert.equal(smtp.mails.length, 0);
    });

    it('reaches a list of more than one pass hands over, each once', async () => {
      await publicEpisode('Everybody’s');
      await sql`insert into subscribers (email, lookup_email, confirmed_at, digested_until)
        select 's' || n || '@list.example', 's' || n || '@list.example', now(), 'epoch' from generate_series(1, 250) n`.execute(
        world.db,
      );
      await runDigest();
      assert.equal(new Set(smtp.mails.flatMap(({ to }) => to)).size, 250);
      assert.equal(smtp.mails.length, 250);
    });
  });

  describe('public episodes', () => {
    it('say so, and can be heard but not changed by others', async () => {
      const id = await publicEpisode('Open');
      const owner = otherOwnerId;
      assert.equal((await send(world, `/api/v1/podcasts/${id}`)).body['public'], true);
      assert.equal((await send(world, `/api/v1/podcasts/${id}/audio.mp3`, { owner })).status, 200);
      assert.equal((await send(world, `/api/v1/podcasts/${id}/transcript.vtt`, { owner })).status, 200);
      for (const [path, sent] of [
        ['', {}],
        ['/script', {}],
        ['', { method: 'DELETE' }],
        ['', { method: 'PATCH', body: { public: false } }],
      ] as const)
        assertProblem(
          await send(world, `/api/v1/podcasts/${id}${path}`, { ...sent, owner }),
          404,
          'API_GW_PODCAST_NOT_FOUND',
        );
      await patch(id, { public: false });
      assertProblem(
        await send(world, `/api/v1/podcasts/${id}/audio.mp3`, { owner }),
        404,
        'API_GW_PODCAST_NOT_FOUND',
      );
    });

    it('a change that is none is refused', async () => {
      const id = await ordered(world, requestOf('Change'));
      for (const [given, code] of [
        [[], 'API_GW_PAYLOAD_REQUIRED'],
        [{}, 'API_GW_VALIDATION_ERROR'],
        [{ public: 'yes' }, 'API_GW_VALIDATION_ERROR'],
        [{ public: true, name: 'x' }, 'API_GW_VALIDATION_ERROR'],
      ] as const)
        assertProblem(
          await send(world, `/api/v1/podcasts/${id}`, { method: 'PATCH', body: given }),
          400,
          code,
        );
      await ended(world, id);
    });
  });

  describe('without a mail server', () => {
    it('every mail is a file that only its owner may read', async () => {
      const folder = path.join(world.config.AETHERCAST_DATA, 'outbox');
      const config = {
        ...loadConfig({ AETHERCAST_DATA: world.config.AETHERCAST_DATA, MAIL_FOLDER: folder }),
      };
      const lines: unknown[] = [];
      const log = new Proxy(world.deps.log, {
        get: (real, name) =>
          name === 'info' ? (line: unknown) => lines.push(line) : (Reflect.get(real, name) as unknown),
      });
      const mailer = createMailer(config, log);
      const mail = {
        mailId: 'm1',
        to: 'a@b.example',
        subject: 'Grüße\r\nBcc: x@y.example',
        text: 'Text',
        html: '<p>',
      };
      await mailer.send(mail);
      await mailer.send(mail);
      assert.deepEqual(await readdir(folder), ['m1.eml'], 'the same mail is the same file');
      const file = path.join(folder, 'm1.eml');
      const source = await readFile(file, 'utf8');
      assert.match(source, /^To: a@b\.example\r$/m);
      assert.match(source, /^Message-ID: <m1@localhost>\r$/m);
      assert.doesNotMatch(source, /^Bcc:/m);
      assert.equal((await stat(file)).mode & 0o777, 0o600);
      assert.deepEqual(lines, [{ file }, { file }]);
    });
  });

  const formHeaders = { 'Content-Type': 'application/x-www-form-urlencoded' };

  function someone(): string {
    people += 1;
    return `listener${people}@people.example`;
  }

  function subscribe(email: string): Promise<Answer> {
    return send(world, '/api/v1/subscribe', { body: { email } });
  }

  /** A confirmed one, with no mail left in the box. */
  async function subscriber(): Promise<string> {
    const email = someone();
    await subscribe(email);
    await open(linkIn(await mailTo(email), 'confirm'), { method: 'POST' });
    smtp.mails.length = 0;
    return email;
  }

  /** Opens a link at the gateway that stands for the public address. */
  function open(link: string, sent: Parameters<typeof send>[2] = {}): Promise<Answer> {
    assert.ok(link.startsWith(publicUrl), link);
    return send(world, link.slice(publicUrl.length), sent);
  }

  /** `fetch` says itself how it fetches. */
  function followedStatus(link: string, headers: Record<string, string>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      get(`${world.url}${link.slice(publicUrl.length)}`, { headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      }).on('error', reject);
    });
  }

  /** The newest mail to the address, once there are so many. */
  async function mailTo(email: string, count = 1): Promise<ReceivedMail> {
    function found(): ReceivedMail[] {
      return smtp.mails.filter(({ to }) => to.includes(email));
    }
    await until(`${count} mails to ${email}`, () => found().length >= count);
    return found().at(-1)!;
  }

  async function episode(title: string, more: object = {}): Promise<string> {
    const id = await ordered(world, { ...requestOf(title), ...more });
    await ended(world, id);
    await sql`update podcasts set title = ${title} where podcast_id = ${id}`.execute(world.db);
    // Digests leave the last minute to the next one.
    await sql`update workflow_instances set end_timestamp = now() - interval '1 second' where workflow_id = ${id}`.execute(
      world.db,
    );
    return id;
  }

  function publicEpisode(title: string): Promise<string> {
    return episode(title, { public: true });
  }

  async function patch(id: string, change: object): Promise<void> {
    const { status, text } = await send(world, `/api/v1/podcasts/${id}`, { method: 'PATCH', body: change });
    assert.equal(status, 200, text);
  }

  /** Lets two minutes pass for everything on record, runs the digest's workflow and hands its mails over. */
  async function runDigest(): Promise<void> {
    const ago = sql`interval '2 minutes'`;
    await sql`update workflow_instances set end_timestamp = end_timestamp - ${ago}`.execute(world.db);
    await sql`update podcasts set first_public_at = first_public_at - ${ago}`.execute(world.db);
    await sql`update subscribers set digested_until = digested_until - ${ago}`.execute(world.db);
    await world.temporal.workflow.execute('digestWorkflow', {
      taskQueue: 'aethercast',
      workflowId: `digest-${performance.now()}`,
    });
    await until(
      'no mail is under way',
      async () => {
        await handOverMails({ ...world, log: world.deps.log });
        return !(await states()).includes('pending');
      },
      60_000,
    );
  }

  async function states(): Promise<string[]> {
    const { rows } = await sql<{ state: string }>`select state from mails`.execute(world.db);
    return rows.map(({ state }) => state);
  }

  async function mailsOnRecord(): Promise<number> {
    return (await states()).length;
  }

  async function isKnown(email: string): Promise<boolean> {
    const { rows } = await sql`select from subscribers where lookup_email = ${email}`.execute(world.db);
    return rows.length === 1;
  }

  async function isConfirmed(email: string): Promise<boolean> {
    const { rows } = await sql<{ yes: boolean }>`select confirmed_at is not null as yes from subscribers
      where lookup_email = ${email}`.execute(world.db);
    return rows[0]?.yes ?? false;
  }

  async function running(): Promise<number> {
    const { count } = await world.temporal.workflow.count('ExecutionStatus="Running"');
    return count;
  }

  /** Which try the mail under way is at. */
  async function attempts(activityId = 'send'): Promise<number> {
    const { rows } = await sql<{
      mail_id: string;
    }>`select mail_id from mails where state = 'pending'`.execute(world.db);
    const [mail] = rows;
    if (mail === undefined) return 0;
    const { raw } = await world.temporal.workflow.getHandle(`mail-${mail.mail_id}`).describe();
    const found = raw.pendingActivities?.find((activity) => activity.activityId === activityId);
    return found?.attempt ?? 0;
  }
});

function awayTemporal(world: World): World['temporal'] {
  return new Proxy(world.temporal, {
    get: (real, name) =>
      name === 'withDeadline'
        ? (_deadline: number, call: () => Promise<unknown>) => real.withDeadline(Date.now() - 1, call)
        : (Reflect.get(real, name) as unknown),
  });
}

function header(mail: ReceivedMail, name: string): string | undefined {
  const [head = ''] = mail.source.split('\r\n\r\n', 1);
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1]?.trim();
}

/** Both parts, with quoted-printable undone. */
function body(mail: ReceivedMail): string {
  return Buffer.from(
    mail.source
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}

function linkIn(mail: ReceivedMail, purpose: string): string {
  const [link] = new RegExp(`https://\\S+/${purpose}\\?token=[\\w-]+`).exec(body(mail)) ?? [];
  assert.ok(link, body(mail));
  return link;
}
