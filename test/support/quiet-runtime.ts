// Imported for its effect, before anything starts the Temporal runtime: planted faults would fill the report with
// warnings, and the signal handlers would keep mocha from ending on Ctrl-C.
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

Runtime.install({
  logger: new DefaultLogger('ERROR', () => undefined),
  telemetryOptions: {
    logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) },
  },
  shutdownSignals: [],
});
