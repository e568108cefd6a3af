import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { localServices } from '../../cli/local-stack/local-services.js';
import { modelOf } from '../support/voice-models.js';

const program = fileURLToPath(new URL('../support/programs/forge-many-lines.js', import.meta.url));
/** The bound of a whole worker: threads are replaced by what the process takes, whatever else is in it. */
const boundMb = 900;

describe('the memory of the voice forge', function () {
  this.timeout(600_000);
  before(() => Promise.all([modelOf('heart'), modelOf('joe')]));

  it('stays within bounds with both neural voices on two threads, also with lines of over a minute', async () => {
    const worker = localServices(30).find(({ name }) => name === 'worker');
    const env = { ...process.env, ...worker?.env };
    const { stdout } = await promisify(execFile)(process.execPath, [program, '40', '4'], { env });
    const most = Number(stdout);
    assert.ok(most > 0 && most < boundMb, `${most} MB`);
  });
});
