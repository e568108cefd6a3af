import assert from 'node:assert/strict';
import pg from 'pg';
import { isDatabaseAway } from '../../platform/database-away.js';

function reported(code: string): Error {
  return Object.assign(new pg.DatabaseError('a message', 9, 'error'), { code, severity: 'ERROR' });
}

function failed(code: string): Error {
  return Object.assign(new Error('a message'), { code });
}

describe('a database counts as away', () => {
  const away: Record<string, string[]> = {
    'when its disk, memory or connections are used up': ['53000', '53100', '53200', '53300', '53400'],
    'when an operator or a crash has stopped it, or it is starting': [
      '57014',
      '57P01',
      '57P02',
      '57P03',
      '57P05',
    ],
    'when its files cannot be read or written': ['58000', '58030', '58P01'],
    'when the connection failed': ['08000', '08001', '08003', '08006', '08P01'],
    'when it is read-only': ['25006'],
    'when another transaction was in the way': ['40001', '40P01', '55P03'],
    'when its data are damaged, or the disk failed in a way it has no state for': ['XX000', 'XX001', 'XX002'],
  };
  for (const [when, states] of Object.entries(away)) {
    it(when, () => {
      for (const state of states) assert.equal(isDatabaseAway(reported(state)), true, state);
    });
  }

  it('when its socket is closed, or there is none', () => {
    for (const code of ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN'])
      assert.equal(isDatabaseAway(failed(code)), true, code);
    for (const message of [
      'Connection terminated unexpectedly',
      'Connection terminated due to connection timeout',
      'timeout exceeded when trying to connect',
      'Query read timeout',
      'Client has encountered a connection error and is not queryable',
    ])
      assert.equal(isDatabaseAway(new Error(message)), true, message);
  });

  it('but not for what is wrong with the statement, its data, or a file', () => {
    for (const state of ['22P02', '23505', '42P01', '42501', '25P02', 'AC001', 'P0001', '28P01', '3D000'])
      assert.equal(isDatabaseAway(reported(state)), false, state);
    for (const code of ['ENOENT', 'EROFS', 'EPERM']) assert.equal(isDatabaseAway(failed(code)), false, code);
    assert.equal(isDatabaseAway(new Error('Connection pool of another kind')), false);
    assert.equal(isDatabaseAway('57P01'), false);
  });
});
