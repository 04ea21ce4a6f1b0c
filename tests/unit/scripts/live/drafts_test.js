import assert from 'node:assert/strict';
import { keepDraft, nameOf, takeDraft } from '../../../../assets/scripts/live/drafts.js';

Deno.test('what was kept is taken once', () => {
  keepDraft('a word', 'een tuin');
  assert.equal(takeDraft('a word'), 'een tuin');
  assert.equal(takeDraft('a word'), null);
});

Deno.test('what was never kept is not there', () => {
  assert.equal(takeDraft('nothing'), null);
});

Deno.test('the last that was kept counts', () => {
  keepDraft('a word', 'een');
  keepDraft('a word', 'een tuin');
  assert.equal(takeDraft('a word'), 'een tuin');
});

Deno.test('a tab that is full lets the page go all the same', () => {
  keepDraft('too much', 'x'.repeat(20_000_000));
  assert.equal(takeDraft('too much'), null);
});

Deno.test('each line of each page has its own', () => {
  const names = [
    nameOf('/kompas/1/wens', 'Eigen woorden'),
    nameOf('/kompas/2/wens', 'Eigen woorden'),
    nameOf('/kompas/1/wens', 'Zoek'),
  ];
  assert.equal(new Set(names).size, 3);
});
