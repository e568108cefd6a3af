import Mocha = require('mocha');

/** Mocha's spec reporter, closed by the plain line that CI reads: `N passed, N failed`. CommonJS, as mocha loads it. */
class PlainReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      const skipped = pending > 0 ? `, ${pending} skipped` : '';
      console.log(`${passes} passed, ${failures} failed${skipped}`);
    });
  }
}

export = PlainReporter;
