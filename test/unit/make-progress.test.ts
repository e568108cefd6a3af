import assert from 'node:assert/strict';
import { describeProgress } from '../../cli/make/describe-progress.js';
import { ProgressLine } from '../../cli/terminal/progress-line.js';
import type { PodcastStage } from '../../workflows/contract/podcast.js';

type Progressing = Parameters<typeof describeProgress>[0];

function speaking(done: number, total: number | null, secondsLeft: number | null = null): Progressing {
  return at('vfa_audio_generation', done, total, secondsLeft);
}

function at(
  stage: PodcastStage,
  done = 0,
  total: number | null = null,
  secondsLeft: number | null = null,
): Progressing {
  const progress = { stage, segments_done: done, segments_total: total, eta_seconds: secondsLeft };
  return { status: stage, cover_url: null, progress };
}

describe('what make says of a run', () => {
  it('is words for every stage, never its internal name', () => {
    const stages: Record<PodcastStage, string> = {
      initialization: 'Starting',
      wcha_content_retrieval: 'Reading the sources',
      pswa_script_generation: 'Writing the script',
      vfa_audio_generation: 'Speaking line 1',
      finalization: 'Checking and joining the lines',
      asf_notification: 'Finishing',
    };
    for (const [stage, words] of Object.entries(stages)) {
      assert.equal(describeProgress(at(stage as PodcastStage), true), words);
    }
    const unknown = { ...at('finalization'), status: 'new_stage' };
    unknown.progress.stage = 'new_stage';
    assert.equal(describeProgress(unknown, true), 'Working');
  });

  it('has the line, a bar and the time left on a terminal', () => {
    const [bar, half] = ['#'.repeat(12) + '-'.repeat(12), '-'.repeat(24)];
    assert.equal(describeProgress(speaking(0, 40), true), `Speaking line 1 of 40  [${half}]   0 %`);
    assert.equal(
      describeProgress(speaking(20, 40, 83), true),
      `Speaking line 21 of 40  [${bar}]  50 %  about 1 min left`,
    );
    assert.match(describeProgress(speaking(20, 40, 23.2), true), /about 25 s left$/);
    assert.match(describeProgress(speaking(39, 40, 1), true), /a few seconds left$/);
  });

  it('counts lines in tenths elsewhere', () => {
    const said = new Set<string>();
    for (let done = 0; done < 45; done += 1) said.add(describeProgress(speaking(done, 45, 9), false));
    assert.equal(said.size, 10);
    assert.deepEqual([...said].slice(0, 3), [
      'Speaking line 1 of 45',
      'Speaking line 5 of 45',
      'Speaking line 10 of 45',
    ]);
    assert.equal(describeProgress(speaking(3, null), false), 'Speaking the first lines');
  });

  it('names what is waited for once all lines are spoken', () => {
    assert.equal(describeProgress(speaking(9, 9), true), 'Drawing the cover');
    assert.equal(
      describeProgress({ ...speaking(9, 9), cover_url: '/cover' }, true),
      'Checking and joining the lines',
    );
  });
});

describe('the progress line', () => {
  function on(stream: { isTTY: boolean; columns?: number }): {
    progress: ProgressLine;
    written: () => string;
  } {
    let written = '';
    const out = { ...stream, write: (text: string) => (written += text) };
    return {
      progress: new ProgressLine(out as unknown as NodeJS.WriteStream),
      written: () => written,
    };
  }

  it('is one plain line per change in a pipe', () => {
    const { progress, written } = on({ isTTY: false });
    progress.say('Reading the sources');
    progress.say('Reading the sources');
    progress.note('A note.');
    progress.say('Writing the script');
    progress.end();
    assert.equal(written(), 'Reading the sources\nA note.\nWriting the script\n');
  });

  it('is one line that updates on a terminal, and is gone at the end', () => {
    const { progress, written } = on({ isTTY: true, columns: 80 });
    progress.say('Reading the sources');
    progress.say('Writing the script');
    progress.note('A note.');
    progress.end();
    assert.doesNotMatch(written().replace('A note.\n', ''), /\n/);
    assert.deepEqual(screenOf(written()), ['A note.', '']);
  });

  it('never wraps, since only its last row could be cleared then', () => {
    const { progress, written } = on({ isTTY: true, columns: 20 });
    progress.say('Speaking line 21 of 40  [####--------]  50 %');
    assert.deepEqual(screenOf(written()), ['Speaking line 21 of']);
  });
});

/** The lines that a terminal shows after this was written. */
function screenOf(written: string): string[] {
  const lines = [''];
  for (const piece of written.replaceAll('\r\x1b[2K', '\r').split(/([\r\n])/)) {
    if (piece === '\n') lines.push('');
    else {
      const line = lines.pop() ?? '';
      lines.push(piece === '\r' ? '' : line + piece);
    }
  }
  return lines;
}
