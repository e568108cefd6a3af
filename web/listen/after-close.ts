/** What a connection's end asks of the client. */
export type AfterClose = 'give up' | 'new ticket' | 'reconnect' | 'reconnect with room';

/**
 * The table of the protocol. A lost network, a killed server and whatever is not in the table are reconnected after;
 * so is a 1000 that comes before the end of the stream, or the listener would take a part for the whole.
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
