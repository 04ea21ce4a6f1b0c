import assert from 'node:assert/strict';
import { beside, swiped } from '../../../../assets/scripts/live/photo.js';

Deno.test('to the left brings the next photo, as when turning a page', () => {
  assert.equal(swiped(-61, 0), 'right');
  assert.equal(swiped(200, 40), 'left');
});

Deno.test('a short move and one that scrolls turn to no other photo', () => {
  assert.equal(swiped(-60, 0), null);
  assert.equal(swiped(-90, -160), null);
  assert.equal(swiped(-90, 45), null);
  assert.equal(swiped(0, 0), null);
});

Deno.test('the next photo is on the other side where one reads from right to left', () => {
  assert.equal(beside('right', 'ltr'), 'next');
  assert.equal(beside('left', ''), 'prev');
  assert.equal(beside('right', 'rtl'), 'prev');
  assert.equal(beside('left', 'rtl'), 'next');
});
