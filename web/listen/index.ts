// The client of the live stream, for browsers and Node alike: no framework and no dependency. The browser's player is in
// player.js. Imports only its own folder.
export { StreamListener, type ListenEnd, type ListenOptions, type ListenState } from './stream-listener.js';
export { isEndOfEpisode } from './episode-end.js';
export type { Sink } from './sink-queue.js';
export type { SocketClass } from './socket.js';
export { requestTicket, TicketRefused, toTicket, type Ticket, type TicketRequest } from './tickets.js';
export { UiUpdates, type UiEnd, type UiEvent, type UiOptions, type UiSubject } from './ui-updates.js';
export { backoffMs } from './backoff-ms.js';
export { delay } from './delay.js';
export type * from './protocol.js';
