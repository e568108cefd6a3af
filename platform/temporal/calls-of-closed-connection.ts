import type { ConnectionOptions } from '@temporalio/client';

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number];
type Call = ReturnType<Interceptor>;
type Listener = NonNullable<Parameters<Call['start']>[1]>;

/** gRPC's CANCELLED, which is not tried again. */
const cancelled = 1;

/**
 * Stands behind the SDK's own retries. A connection that is closed while a call waits or is tried again throws at the next
 * try, within a timer, where nobody can catch it: the process would end. Here that try answers CANCELLED instead, and
 * whoever waits for the call is told.
 */
export const endCallsOfClosedConnection: Interceptor = (options, nextCall) => {
  try {
    return nextCall(options) as Call;
  } catch (error) {
    return endedCall(error instanceof Error ? error.message : String(error)) as Call;
  }
};

function endedCall(details: string): Pick<Call, 'start' | 'sendMessage' | 'halfClose' | 'cancelWithStatus'> {
  const nothing = () => undefined;
  return {
    start(metadata, listener: Partial<Listener> = {}) {
      listener.onReceiveMessage?.(null);
      listener.onReceiveStatus?.({ code: cancelled, details, metadata });
    },
    sendMessage: nothing,
    halfClose: nothing,
    cancelWithStatus: nothing,
  };
}
