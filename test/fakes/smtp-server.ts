// A mail server that speaks SMTP (RFC 5321) as far as a client of ours goes, and does what a test tells it to.
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

export type ReceivedMail = { from: string; to: string[]; source: string };

/** What the server answers instead of 250, by command; unset: it takes everything. */
export type SmtpMoods = {
  greeting?: string | undefined;
  rcpt?: string | undefined;
  data?: string | undefined;
  /** Takes the mail, but the connection breaks before it says so. */
  cutAfterData?: boolean | undefined;
};

export type SmtpServer = {
  port: number;
  mails: ReceivedMail[];
  moods: SmtpMoods;
  /** Refuses connections until `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
};

export async function startSmtpServer(): Promise<SmtpServer> {
  const mails: ReceivedMail[] = [];
  const moods: SmtpMoods = {};
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that goes away in the middle is nothing to a server.
    socket.on('error', () => socket.destroy());
    converse(socket, mails, moods);
  });

  async function listen(port: number): Promise<number> {
    listener.listen(port, '127.0.0.1');
    await once(listener, 'listening');
    return (listener.address() as AddressInfo).port;
  }

  const port = await listen(0);
  return {
    port,
    mails,
    moods,
    async stop() {
      if (!listener.listening) return;
      const closed = once(listener, 'close');
      listener.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async start() {
      await listen(port);
    },
  };
}

function converse(socket: Socket, mails: ReceivedMail[], moods: SmtpMoods): void {
  let unread = '';
  let inData = false;
  let mail: ReceivedMail = { from: '', to: [], source: '' };

  function say(line: string): void {
    socket.write(`${line}\r\n`);
  }

  function obey(line: string): void {
    const [, verb = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
    switch (verb.toUpperCase()) {
      case 'EHLO':
      case 'HELO':
        return say('250 fake.example');
      case 'MAIL':
        mail = { from: addressIn(rest), to: [], source: '' };
        return say('250 OK');
      case 'RCPT':
        if (moods.rcpt !== undefined) return say(moods.rcpt);
        mail.to.push(addressIn(rest));
        return say('250 OK');
      case 'DATA':
        inData = true;
        return say('354 Go on');
      case 'RSET':
      case 'NOOP':
        return say('250 OK');
      case 'QUIT':
        say('221 Bye');
        socket.end();
        return;
      default:
        return say('502 What?');
    }
  }

  function takeMail(source: string): void {
    inData = false;
    if (moods.data !== undefined) return say(moods.data);
    // Dot-stuffing is undone (RFC 5321 §4.5.2).
    mails.push({ ...mail, source: source.replace(/^\.\./gm, '.') });
    if (moods.cutAfterData === true) socket.destroy();
    else say('250 Taken');
  }

  say(moods.greeting ?? '220 fake.example ESMTP');
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    unread += chunk;
    for (;;) {
      const end = inData ? unread.indexOf('\r\n.\r\n') : unread.indexOf('\r\n');
      if (end < 0) return;
      const part = unread.slice(0, end);
      unread = unread.slice(end + (inData ? 5 : 2));
      if (inData) takeMail(part);
      else obey(part);
    }
  });
}

function addressIn(argument: string): string {
  return /<([^>]*)>/.exec(argument)?.[1] ?? '';
}
