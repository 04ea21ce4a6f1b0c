import assert from 'node:assert/strict';
import {
  addressFor,
  isFinal,
  isWorthAnotherTry,
  keepTrying,
  newId,
  said,
} from '../../../../assets/scripts/capture/send.js';

const LOST = { status: 0 };
const THERE = { status: 200, page: '/kompas/1/fotos' };
const PATIENCE = 180_000;

/**
 * A network that gives these answers in turn, the last one for ever, and a clock that only waiting moves.
 * @param {{ status: number }[]} answers
 */
function network(...answers) {
  const real = Date.now;
  let now = 0;
  Date.now = () => now;
  /** @type {number[]} */
  const pauses = [];
  let tries = 0;
  return {
    pauses,
    get tries() {
      return tries;
    },
    once: () => Promise.resolve(/** @type {{ status: number }} */ (answers[Math.min(tries++, answers.length - 1)])),
    /** @param {number} milliseconds */
    wait(milliseconds) {
      pauses.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
    [Symbol.dispose]() {
      Date.now = real;
    },
  };
}

Deno.test('what arrives at once is sent once', async () => {
  using line = network(THERE);
  assert.deepEqual(await keepTrying(line.once, line.wait, PATIENCE), THERE);
  assert.equal(line.tries, 1);
  assert.deepEqual(line.pauses, []);
});

Deno.test('pauses grow to fifteen seconds and no further', async () => {
  using line = network(...Array(8).fill(LOST), THERE);
  assert.deepEqual(await keepTrying(line.once, line.wait, PATIENCE), THERE);
  assert.deepEqual(line.pauses, [1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000]);
});

Deno.test('patience is over at the second, with one last try', async () => {
  using line = network(LOST);
  assert.deepEqual(await keepTrying(line.once, line.wait, 10_000), LOST);
  assert.deepEqual(line.pauses, [1000, 2000, 4000, 3000]);
  assert.equal(line.tries, 5);
});

Deno.test('without patience there is one try', async () => {
  using line = network(LOST);
  await keepTrying(line.once, line.wait, 0);
  assert.equal(line.tries, 1);
});

Deno.test('what is refused is not sent again', async () => {
  for (const status of [400, 403, 404, 409, 410, 413, 415, 507]) {
    using line = network({ status });
    assert.deepEqual(await keepTrying(line.once, line.wait, PATIENCE), { status });
    assert.equal(line.tries, 1, String(status));
  }
});

Deno.test('no network, too many tries and a server that restarts are worth another try', () => {
  const worth = [0, 200, 404, 413, 429, 500, 502, 503, 504, 507].filter(isWorthAnotherTry);
  assert.deepEqual(worth, [0, 429, 502, 503, 504]);
});

Deno.test('nothing that is worth another try is final', () => {
  const final = [0, 400, 403, 404, 408, 409, 410, 413, 415, 429, 502, 503, 504, 507].filter(isFinal);
  assert.deepEqual(final, [404, 410, 413, 415]);
  assert.deepEqual(final.filter(isWorthAnotherTry), []);
});

Deno.test('an id is sixteen hexadecimal characters, and another one each time', () => {
  const ids = new Set(Array.from({ length: 100 }, newId));
  assert.equal(ids.size, 100);
  for (const id of ids) assert.match(id, /^[0-9a-f]{16}$/);
});

Deno.test('a place with signs of an address in it stays one place', () => {
  const address = new URL(addressFor('/kompas/1', '2', 'foto', 'step.a&b=c#d'), 'http://localhost');
  assert.equal(address.pathname, '/kompas/1/bijlage/2');
  assert.deepEqual([...address.searchParams], [['soort', 'foto'], ['bij', 'step.a&b=c#d']]);
});

Deno.test('an answer that is not of our server says nothing', () => {
  assert.deepEqual(said('<html>Log in to the network of this hotel</html>'), {});
  assert.deepEqual(said(''), {});
  assert.deepEqual(said('{"page": "/kompas/1", "other": 2}'), { page: '/kompas/1', words: undefined });
});
