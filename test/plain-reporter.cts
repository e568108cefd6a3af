import Mocha = require('mocha');

/**
 * Mocha's spec reporter, closed by the plain line that CI reads: `N passed, N failed`. Tells it to `scripts/run-tests.mjs`
 * too, when that started mocha. CommonJS, as mocha loads it.
 */
class PlainReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      const { passes: passed, failures: failed, pending: skipped } = this.stats;
      console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
      process.send?.({ passed, failed, skipped });
    });
  }
}

export = PlainReporter;
