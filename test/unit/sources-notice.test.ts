import assert from 'node:assert/strict';
import { sourcesNotice } from '../../gateway/ui-definition/sources-notice.js';

function faults(...feeds: string[]) {
  return feeds.map((feed) => ({ feed, message: 'It could not be reached.' }));
}

describe('the notice of sources that did not answer', () => {
  it('is none where all of them did, whatever could not be made of what they said', () => {
    assert.equal(sourcesNotice([]), null);
    assert.equal(sourcesNotice(faults('SCA', 'IGA')), null);
  });

  it('says why of one, names a few, and counts many', () => {
    assert.equal(sourcesNotice(faults('Sea', 'IGA')), 'Sea: It could not be reached.');
    assert.equal(sourcesNotice(faults('Sea', 'Sky', 'Sky')), '2 sources did not answer: Sea and Sky.');
    assert.equal(
      sourcesNotice(faults('Sea', 'Sky', 'Ice', 'Fire', 'Sand')),
      '5 sources did not answer: Sea, Sky, Ice and 2 more.',
    );
    assert.equal(sourcesNotice(faults('TDA')), 'It could not be reached.', 'agents have no name for readers');
  });

  it('says what sample texts stand in for', () => {
    const areSamples = true;
    assert.equal(
      sourcesNotice(faults('Sea', 'Sky'), { areSamples }),
      'News can’t be reached. Here are sample texts.',
    );
    assert.equal(sourcesNotice([], { areSamples }), 'There is no news. Here are sample texts.');
  });
});
