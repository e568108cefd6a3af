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

/** Nothing is said to a server that is closing: browsers write such words into their console as an error. */
export function sendEvent(socket: Socket, event: string, data: object): void {
  if (socket.readyState !== open) return;
  socket.send(JSON.stringify({ event, data }));
}

/** Gives a socket up: what it still says is nobody's business. An error without a handler would be thrown by `ws`. */
export function abandon(socket: Socket): void {
  socket.onopen = null;
  socket.onmessage = null;
  socket.onclose = null;
  socket.onerror = ignore;
  socket.close(1000);
}

/** The close event that follows says all that there is to know. */
export function ignore(): void {
  return;
}
