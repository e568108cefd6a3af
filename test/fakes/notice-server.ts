import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { closeServer, listen } from '../../platform/lifecycle.js';

export type Notice = { path: string; headers: IncomingHttpHeaders; body: unknown };

/** What takes the notices of finished episodes. `answer` says with which status; while it waits, so does the sender. */
export type NoticeServer = {
  url: string;
  notices: Notice[];
  answer: (count: number) => number | Promise<number>;
  close(): Promise<void>;
};

export async function startNoticeServer(): Promise<NoticeServer> {
  const notices: Notice[] = [];
  const { server, port } = await listen(
    (request, response) => {
      void (async () => {
        const { method = '', url = '', headers } = request;
        notices.push({ path: `${method} ${url}`, headers, body: JSON.parse(await text(request)) });
        response.statusCode = await started.answer(notices.length);
        response.setHeader('Content-Type', 'application/json').end('{}');
      })();
    },
    '127.0.0.1',
    0,
  );
  const started: NoticeServer = {
    url: `http://127.0.0.1:${port}/asf/internal/notify_new_audio`,
    notices,
    answer: () => 200,
    close: () => closeServer(server, 0),
  };
  return started;
}
