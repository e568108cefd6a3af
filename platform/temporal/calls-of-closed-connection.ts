import { InterceptingCall, status, type Interceptor } from '@grpc/grpc-js';

type Call = ReturnType<Parameters<Interceptor>[1]>;

/**
 * Stands behind the SDK's own retries. A connection that is closed while a call is tried again throws at the next try,
 * within a timer, where nobody can catch it: the process would end. Here that try answers CANCELLED instead, which is
 * not tried again, and whoever waits for the call is told.
 */
export function endCallsOfClosedConnection(
  ...[options, nextCall]: Parameters<Interceptor>
): InterceptingCall {
  return new InterceptingCall(callOrEnd(() => nextCall(options)));
}

function callOrEnd(begin: () => Call): Call {
  try {
    return begin();
  } catch (error) {
    return endedCall(error instanceof Error ? error.message : String(error));
  }
}

function endedCall(details: string): Call {
  return {
    start(metadata, listener) {
      listener?.onReceiveMessage?.(null);
      listener?.onReceiveStatus?.({ code: status.CANCELLED, details, metadata });
    },
    sendMessage: nothing,
    sendMessageWithContext: nothing,
    startRead: nothing,
    halfClose: nothing,
    cancelWithStatus: nothing,
    getPeer: () => 'none',
    getAuthContext: () => null,
  };
}

function nothing(): void {
  // The call is over.
}
