import assert from 'node:assert/strict';
import { whyNoLocalEngine } from '../../voices/local-engine-here.js';

describe('whether the local voices can run here', () => {
  // A diagnostic report lists network interfaces and resolves host names: 20 to 40 ms of a blocked event loop.
  it('is known without a diagnostic report of the process', () => {
    const getReport = process.report.getReport.bind(process.report);
    let reports = 0;
    process.report.getReport = (...args) => {
      reports++;
      return getReport(...args);
    };
    try {
      whyNoLocalEngine();
      whyNoLocalEngine();
    } finally {
      process.report.getReport = getReport;
    }
    assert.equal(reports, 0);
  });
});
