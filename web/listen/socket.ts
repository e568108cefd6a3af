/** The part of the browser's WebSocket that we use; the class of the npm package `ws` has it too. */
export type Socket = {
  binaryType: string;
  readonly readyState: number;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(data: string): void;
  close(code?: number): void;
};

export type SocketClass = new (url: string) => Socket;

const open = 1;

/** Sends nothing to a closing server: browsers would log an error. */
export function sendEvent(socket: Socket, event: string, data: object): void {
  if (socket.readyState !== open) return;
  socket.send(JSON.stringify({ event, data }));
}

/** Closes a socket and ignores whatever it still sends. Without an error handler, `ws` would throw. */
export function abandon(socket: Socket): void {
  socket.onopen = null;
  socket.onmessage = null;
  socket.onclose = null;
  socket.onerror = ignore;
  socket.close(1000);
}

/** For errors: the close event that follows says what matters. */
export function ignore(): void {
  return;
}
