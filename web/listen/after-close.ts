/** What the client does after a connection has closed. */
export type AfterClose = 'give up' | 'new ticket' | 'reconnect' | 'reconnect with room';

/**
 * The close codes of the protocol. After a lost network, a killed server or an unknown code the client reconnects. It
 * also does after a 1000 that comes before the end of the stream: otherwise it would take a part for the whole.
 */
export function afterClose(code: number): AfterClose {
  switch (code) {
    case 1008:
    case 1009:
    case 4400:
    case 4404:
    case 4410:
      return 'give up';
    case 4401:
      return 'new ticket';
    case 4408:
      return 'reconnect with room';
    default:
      return 'reconnect';
  }
}
