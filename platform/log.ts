import { pino, type Logger } from 'pino';

export type { Logger };

/**
 * A JSON logger in the field names of the product's logging guide (timestamp, level, message, service_name).
 * Writes to standard error, so that standard output stays free for a command's result.
 */
export function createLogger(serviceName: string, level: string): Logger {
  return pino(
    {
      level,
      messageKey: 'message',
      base: { service_name: serviceName },
      timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ dest: 2, sync: false }),
  );
}
