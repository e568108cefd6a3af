import assert from 'node:assert/strict';
import { secondsToGo, type RunState } from '../../db/seconds-to-go.js';

const began = Date.parse('2026-12-01T10:00:00Z');

function run(entries: [seconds: number, status: string][], status = 'vfa_audio_generation'): RunState {
  return {
    log: entries.map(([seconds, entry]) => ({
      timestamp: new Date(began + seconds * 1_000).toISOString(),
      stage: 'vfa_audio_generation',
      status: entry,
      message: '',
      run: 1,
    })),
    runNumber: 1,
    status,
    overallStatus: 'in_progress',
    segmentsTotal: 10,
  };
}

describe('the time to go', () => {
  it('follows from the pace so far', () => {
    assert.equal(secondsToGo(run([[0, 'vfa_audio_generation']]), 5, began + 20_000), 20);
  });

  it('is unknown while the run is paused', () => {
    const paused = run(
      [
        [0, 'vfa_audio_generation'],
        [10, 'paused'],
      ],
      'paused',
    );
    assert.equal(secondsToGo(paused, 5, began + 20_000), null);
  });

  it('does not count a pause as work', () => {
    const resumed = run([
      [0, 'vfa_audio_generation'],
      [10, 'paused'],
      [3_610, 'vfa_audio_generation'],
    ]);
    assert.equal(secondsToGo(resumed, 5, began + 3_620_000), 20);
  });

  it('is unknown before the first line and after the last', () => {
    const state = run([[0, 'vfa_audio_generation']]);
    assert.equal(secondsToGo(state, 0, began + 20_000), null);
    assert.equal(secondsToGo(state, 10, began + 20_000), null);
  });
});
