import assert from 'node:assert/strict';
import { oneAtATime } from '../../../../assets/scripts/capture/camera.js';
import { next, sharpness } from '../../../../assets/scripts/capture/viewfinder.js';

Deno.test('one photo is made small at a time, in the order in which they came', async () => {
  const inTurn = oneAtATime();
  let busy = 0;
  /** @type {number[]} */
  const order = [];
  const work = (/** @type {number} */ number) => async () => {
    busy += 1;
    assert.equal(busy, 1);
    await new Promise((resolve) => setTimeout(resolve, 3 - number));
    order.push(number);
    busy -= 1;
    return number;
  };
  assert.deepEqual(await Promise.all([1, 2, 3].map((number) => inTurn(work(number)))), [1, 2, 3]);
  assert.deepEqual(order, [1, 2, 3]);
});

Deno.test('a photo that fails does not keep the next one waiting', async () => {
  const inTurn = oneAtATime();
  const broken = inTurn(() => Promise.reject(new Error('broken')));
  const whole = inTurn(() => Promise.resolve('whole'));
  await assert.rejects(broken, /broken/);
  assert.equal(await whole, 'whole');
});

Deno.test('after the last camera comes the first', () => {
  assert.equal(next(['back', 'front', 'wide'], 'front'), 'wide');
  assert.equal(next(['back', 'front', 'wide'], 'wide'), 'back');
  assert.equal(next(['back'], 'back'), 'back');
  assert.equal(next(['back', 'front'], 'one that was unplugged'), 'back');
  assert.equal(next([], 'back'), undefined);
});

Deno.test('the camera is asked for no more than is kept', () => {
  assert.deepEqual(sharpness(1600), { width: { ideal: 1600 }, height: { ideal: 1200 } });
});
