// Process: a bare `ws` server that broadcasts frames to everybody who is there, as fast as it can. Told the frames' folder
// file and when to send over IPC.
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { toFrames } from './stream-frames.js';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('listening', () => {
  process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`);
});

process.on('message', (told: { broadcast: string; from: number }) => {
  void broadcast(told.broadcast, told.from);
});
process.on('disconnect', () => process.exit(0));

async function broadcast(file: string, from: number): Promise<void> {
  const frames = toFrames(await readFile(file), from);
  for (const frame of frames) for (const client of server.clients) client.send(frame);
}
