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

  function replyTo(line: string): string {
    const [, verb = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
    switch (verb.toUpperCase()) {
      case 'EHLO':
      case 'HELO':
        return '250 fake.example';
      case 'MAIL':
        mail = { from: addressIn(rest), to: [], source: '' };
        return '250 OK';
      case 'RCPT':
        if (moods.rcpt === undefined) mail.to.push(addressIn(rest));
        return moods.rcpt ?? '250 OK';
      case 'DATA':
        inData = true;
        return '354 Go on';
      case 'RSET':
      case 'NOOP':
        return '250 OK';
      case 'QUIT':
        return '221 Bye';
      default:
        return '502 What?';
    }
  }

  /** Undefined: the connection breaks before the client hears of it. */
  function replyToMail(source: string): string | undefined {
    inData = false;
    if (moods.data !== undefined) return moods.data;
    // Dot-stuffing is undone (RFC 5321 §4.5.2).
    mails.push({ ...mail, source: source.replace(/^\.\./gm, '.') });
    return moods.cutAfterData === true ? undefined : '250 Taken';
  }

  say(moods.greeting ?? '220 fake.example ESMTP');
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    unread += chunk;
    for (;;) {
      const end = inData ? unread.indexOf('\r\n.\r\n') : unread.indexOf('\r\n');
      if (end < 0) return;
      const part = unread.slice(0, end);
      unread = unread.slice(end + (inData ? 5 : 2));
      const reply = inData ? replyToMail(part) : replyTo(part);
      if (reply === undefined) {
        socket.destroy();
        return;
      }
      say(reply);
      if (reply.startsWith('221')) socket.end();
    }
  });
}

function addressIn(argument: string): string {
  return /<([^>]*)>/.exec(argument)?.[1] ?? '';
}
